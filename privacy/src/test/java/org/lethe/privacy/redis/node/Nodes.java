package org.lethe.privacy.redis.node;

import java.util.HashMap;
import java.util.Map;

/** Nodes as they must be, of which tests change one thing. */
final class Nodes {

    static final Map<String, String> SETTINGS =
            Map.ofEntries(
                    Map.entry("save", ""),
                    Map.entry("appendonly", "no"),
                    Map.entry("shutdown-on-sigterm", "nosave"),
                    Map.entry("repl-diskless-sync", "yes"),
                    Map.entry("repl-diskless-load", "swapdb"),
                    Map.entry("slowlog-log-slower-than", "-1"),
                    Map.entry("notify-keyspace-events", ""),
                    Map.entry("crash-log-enabled", "no"),
                    Map.entry("maxmemory-policy", "noeviction"),
                    Map.entry("hz", "100"),
                    Map.entry("active-expire-effort", "10"),
                    Map.entry("lazyfree-lazy-expire", "no"),
                    Map.entry("lazyfree-lazy-user-del", "no"),
                    Map.entry("repl-backlog-size", "16384"),
                    Map.entry("repl-timeout", "60"),
                    Map.entry(
                            "client-output-buffer-limit",
                            "normal 0 0 0 slave 268435456 67108864 60 pubsub 33554432 8388608 60"),
                    Map.entry("replica-read-only", "yes"));

    static final String PRIMARY =
            """
            # Server
            run_id:aaaa
            mem_allocator:jemalloc-5.3.0
            role:master
            connected_slaves:2
            slave0:ip=redis-1.redis,port=6379,state=online,offset=7,lag=0
            slave1:ip=redis-2.redis,port=6379,state=online,offset=7,lag=1
            """;

    static final String REPLICA =
            """
            run_id:bbbb
            mem_allocator:jemalloc-5.3.0
            role:slave
            master_host:redis-0.redis
            master_port:6379
            master_link_status:up
            """;

    static final String JUNK = "  opt.abort: false\n  opt.junk: \"free\"\n  opt.zero: false\n";

    static final ClockReading NOON = new ClockReading(0, 0, 0);

    private Nodes() {}

    static NodeState primary() {
        return of(PRIMARY, JUNK);
    }

    static NodeState replica() {
        return of(REPLICA, JUNK);
    }

    static NodeState of(String info, String allocator) {
        return new NodeState(SETTINGS, NodeState.factsOf(info), allocator, NOON);
    }

    static NodeState with(NodeState node, String setting, String value) {
        var settings = new HashMap<>(node.settings());
        settings.put(setting, value);
        return new NodeState(settings, node.facts(), node.allocator(), node.time());
    }

    static NodeState at(NodeState node, ClockReading time) {
        return new NodeState(node.settings(), node.facts(), node.allocator(), time);
    }
}
