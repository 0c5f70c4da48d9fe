package org.lethe.privacy.redis;

import io.lettuce.core.RedisBusyException;
import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.RedisCommandTimeoutException;
import io.lettuce.core.RedisConnectionException;
import io.lettuce.core.RedisException;
import io.lettuce.core.RedisLoadingException;
import io.lettuce.core.RedisReadOnlyException;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Waits for replies and tells a store that is away from a mistake of ours. */
final class Replies {

    /** Error codes of a Redis that can't do now what it could do later. */
    private static final Set<String> TRANSIENT =
            Set.of(
                    "NOREPLICAS",
                    "READONLY",
                    "LOADING",
                    "BUSY",
                    "MASTERDOWN",
                    "CLUSTERDOWN",
                    "TRYAGAIN",
                    "MOVED",
                    "ASK",
                    "OOM",
                    "MISCONF");

    private Replies() {}

    static <T> @Nullable T await(CompletionStage<T> reply, Duration timeout) {
        try {
            return reply.toCompletableFuture().get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw translated(e.getCause() == null ? e : e.getCause());
        } catch (TimeoutException | CancellationException e) {
            throw new StoreUnavailableException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreUnavailableException(e);
        }
    }

    /** All replies, in their order; sent before the first is waited for, so one round trip. */
    static <T> List<@Nullable T> awaitAll(
            List<? extends CompletionStage<T>> replies, Duration timeout) {
        var results = new ArrayList<@Nullable T>(replies.size());
        for (CompletionStage<T> reply : replies) {
            results.add(await(reply, timeout));
        }
        return results;
    }

    /** What a stage failed of, without the wrapping that stages put around it. */
    static Throwable cause(Throwable failure) {
        Throwable cause = failure.getCause();
        return failure instanceof CompletionException && cause != null ? cause : failure;
    }

    static RuntimeException translated(Throwable failure) {
        return switch (failure) {
            case CompletionException e when e.getCause() != null -> translated(cause(e));
            case RedisConnectionException e -> new StoreUnavailableException(e);
            case RedisCommandTimeoutException e -> new StoreUnavailableException(e);
            case RedisLoadingException e -> new StoreUnavailableException(e);
            case RedisBusyException e -> new StoreUnavailableException(e);
            case RedisReadOnlyException e -> new StoreUnavailableException(e);
            case RedisCommandExecutionException e -> refused(e);
            case RedisException e -> new StoreUnavailableException(e);
            case StoreUnavailableException e -> e;
            // Commands whose answers were under way when a connection was reset fail by this
            // itself.
            case IOException e -> new StoreUnavailableException(e);
            default -> new IllegalStateException("Redis call failed", failure);
        };
    }

    private static RuntimeException refused(RedisCommandExecutionException e) {
        String message = String.valueOf(e.getMessage());
        String code = message.split(" ", 2)[0];
        if (TRANSIENT.contains(code) || message.contains("NOREPLICAS")) {
            return new StoreUnavailableException(e);
        }
        // What a script raises is our own text; anything else might quote an argument.
        return new CommandRefusedException(
                message.contains("user_script") ? message : "Redis refused a command: " + code);
    }
}
