package org.lethe.privacy.redis;

import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.RedisCommandTimeoutException;
import io.lettuce.core.RedisLoadingException;
import io.lettuce.core.RedisReadOnlyException;
import io.lettuce.core.cluster.PartitionSelectorException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Why Redis can't be worked with, as far as its answers tell. */
public enum Obstacle {
    /** Nobody takes the connection, or its host has no address. */
    NO_CONNECTION,
    /** The nodes that answer have no primary. */
    NO_PRIMARY,
    /** It reads what it holds, as a replica does that begins. */
    LOADING,
    /** It knows no such user or password, or does not let the user do what a service must. */
    REFUSED,
    /** It takes the connection, or even a PING, and does not do in time what it is asked for. */
    SILENT;

    private static final int MAX_DEPTH = 12;
    private static final Set<String> WITHOUT_PRIMARY =
            Set.of("MASTERDOWN", "CLUSTERDOWN", "READONLY");
    private static final Set<String> WITHOUT_RIGHTS = Set.of("WRONGPASS", "NOAUTH", "NOPERM");

    /** The driver's own word for sentinels that know no primary. */
    private static final String NO_MASTER = "using sentinel for masterId";

    /** What stood in the way of a call for which the store was not there. */
    public static Obstacle of(Throwable failure) {
        return in(failure).orElse(NO_CONNECTION);
    }

    /** What a failure says of Redis; empty if that is nothing. */
    public static Optional<Obstacle> in(Throwable failure) {
        return Stream.iterate(failure, Obstacle::isThere, Throwable::getCause)
                .limit(MAX_DEPTH)
                .flatMap(cause -> told(cause).stream())
                .findFirst();
    }

    private static boolean isThere(@Nullable Throwable cause) {
        return cause != null;
    }

    private static Optional<Obstacle> told(Throwable cause) {
        return switch (cause) {
            case RedisLoadingException _ -> Optional.of(LOADING);
            case RedisReadOnlyException _ -> Optional.of(NO_PRIMARY);
            case PartitionSelectorException _ -> Optional.of(NO_PRIMARY);
            case CommandRefusedException _ -> Optional.of(REFUSED);
            case RedisCommandTimeoutException _ -> Optional.of(SILENT);
            case TimeoutException _ -> Optional.of(SILENT);
            case RedisCommandExecutionException e -> ofAnswer(String.valueOf(e.getMessage()));
            default ->
                    String.valueOf(cause.getMessage()).contains(NO_MASTER)
                            ? Optional.of(NO_PRIMARY)
                            : Optional.empty();
        };
    }

    private static Optional<Obstacle> ofAnswer(String answer) {
        String code = answer.split(" ", 2)[0];
        if (code.equals("LOADING")) {
            return Optional.of(LOADING);
        }
        if (WITHOUT_PRIMARY.contains(code)) {
            return Optional.of(NO_PRIMARY);
        }
        if (WITHOUT_RIGHTS.contains(code)) {
            return Optional.of(REFUSED);
        }
        // A script that runs on, or a node that takes nothing now: it is there, and serves nobody.
        return Optional.of(SILENT);
    }
}
