package org.lethe.stack;

import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/** Starts parts side by side and tells how long each took. */
final class Parallel implements AutoCloseable {

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final CompletableFuture<Void> failed = new CompletableFuture<>();
    private final Progress progress;

    Parallel(Progress progress) {
        this.progress = progress;
    }

    Progress progress() {
        return progress;
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
        progress.starting(part);
        long start = System.nanoTime();
        T started = starter.get();
        progress.ready(part, Duration.ofNanos(System.nanoTime() - start));
        return started;
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
