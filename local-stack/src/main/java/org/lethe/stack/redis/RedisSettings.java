package org.lethe.stack.redis;

import java.nio.file.Path;

/** The settings under which Redis forgets what it is told to forget. */
final class RedisSettings {

    private RedisSettings() {}

    /** The text of a {@code redis.conf}. */
    static String file(int port, Path directory, RedisAccess access) {
        return """
        bind 127.0.0.1
        port %d
        dir "%s"
        daemonize no
        loglevel notice

        # Nothing is ever written to a disk, on exit neither.
        save ""
        appendonly no
        shutdown-on-sigterm nosave
        crash-log-enabled no
        crash-memcheck-enabled no
        enable-debug-command no

        # Expiry is the ceiling behind the reaper; it must not be late.
        hz 100
        dynamic-hz no
        active-expire-effort 10
        lazyfree-lazy-expire no
        lazyfree-lazy-user-del no
        maxmemory-policy noeviction

        # No copies of commands and values beside the data.
        slowlog-log-slower-than -1
        latency-tracking no
        notify-keyspace-events ""
        repl-diskless-sync yes
        repl-diskless-load swapdb
        repl-backlog-size 16kb

        user default off
        user %s on >%s ~* &* +@all -@dangerous -@admin +info +config|get
        user %s on >%s ~* &* +@all
        """
                .formatted(
                        port,
                        directory,
                        RedisAccess.SERVICE,
                        access.servicePassword(),
                        RedisAccess.ADMIN,
                        access.adminPassword());
    }
}
