package org.lethe.stack.suite;

import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.lethe.stack.process.LauncherThreads;
import org.lethe.stack.process.PartFailure;

/** Starts parts side by side and tells how long each took. */
final class Parallel implements AutoCloseable {

    private static final int LIMIT_SECONDS = 5;

    private final ExecutorService threads = LauncherThreads.forEachTask();
    private final CompletableFuture<Void> failed = new CompletableFuture<>();
    private final Progress progress;

    Parallel(Progress progress) {
        this.progress = progress;
    }

    Progress progress() {
        return progress;
    }

    /** Starts a whole of several parts; when one of them fails, what there is of it is closed. */
    static <T> T whole(
            Progress progress,
            Function<Parallel, T> begin,
            BiConsumer<T, Parallel> finish,
            Consumer<T> close) {
        try (var parallel = new Parallel(progress)) {
            T whole = begin.apply(parallel);
            try {
                finish.accept(whole, parallel);
                return whole;
            } catch (RuntimeException e) {
                parallel.close();
                close.accept(whole);
                throw e;
            }
        }
    }

    /** Starts a part on a thread of its own. */
    <T> CompletableFuture<T> start(String part, Supplier<T> starter) {
        var started = CompletableFuture.supplyAsync(() -> timed(part, starter), threads);
        return started.whenComplete((ignored, failure) -> {
            if (failure != null) {
                failed.completeExceptionally(failure);
            }
        });
    }

    /** Waits for some of the parts; the first failure of any part ends the waiting. */
    void await(Collection<? extends CompletableFuture<?>> parts) {
        var all = CompletableFuture.allOf(parts.toArray(CompletableFuture[]::new));
        result(CompletableFuture.anyOf(all, failed));
    }

    /** What a part has become, or what it failed with; waits for it. */
    static <T> T result(CompletableFuture<T> part) {
        try {
            return part.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }

    private <T> T timed(String part, Supplier<T> starter) {
        long start = System.nanoTime();
        T started = named(part, starter);
        progress.ready(part, Duration.ofNanos(System.nanoTime() - start));
        return started;
    }

    /** Whatever goes wrong, a person is told in which part. */
    private static <T> T named(String part, Supplier<T> starter) {
        try {
            return starter.get();
        } catch (PartFailure e) {
            throw e;
        } catch (RuntimeException e) {
            throw new PartFailure(part, String.valueOf(e.getMessage()), e);
        }
    }

    /** Ends what is still being started, and waits for that: it must not start anything later. */
    @Override
    public void close() {
        threads.shutdownNow();
        try {
            threads.awaitTermination(LIMIT_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
