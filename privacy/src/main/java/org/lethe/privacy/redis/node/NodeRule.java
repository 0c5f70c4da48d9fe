package org.lethe.privacy.redis.node;

import com.google.errorprone.annotations.Immutable;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What each node of Redis must be, so that what is destroyed is gone. */
public enum NodeRule {
    // No disk, on no occasion: a replica's first copy is one.
    SAVE(""),
    APPENDONLY("no"),
    SHUTDOWN_ON_SIGTERM(NodeRule::writesNothingAtItsEnd),
    REPL_DISKLESS_SYNC("yes"),
    REPL_DISKLESS_LOAD("swapdb"),

    // Nothing that remembers or tells of commands, keys and values.
    SLOWLOG_LOG_SLOWER_THAN("-1"),
    NOTIFY_KEYSPACE_EVENTS(""),
    CRASH_LOG_ENABLED("no"),

    // Gone when it is due, there and then, and not before.
    MAXMEMORY_POLICY("noeviction"),
    HZ(atLeast(100)),
    ACTIVE_EXPIRE_EFFORT("10"),
    LAZYFREE_LAZY_EXPIRE("no"),
    LAZYFREE_LAZY_USER_DEL("no"),

    // What is kept for replicas: as much as is overwritten after a destruction, and never for long.
    REPL_BACKLOG_SIZE(atMost(16 * 1024)),
    REPL_TIMEOUT(atMost(60)),
    CLIENT_OUTPUT_BUFFER_LIMIT(NodeRule::cutsStalledReplicas),
    REPLICA_READ_ONLY("yes"),

    /** Freed memory is overwritten. A Redis whose allocator can't is for one machine. */
    ALLOCATOR(NodeRule::overwritesFreed),
    /** A replica expires nothing by itself: without its primary it must start anew, empty. */
    MASTER_LINK(NodeRule::isFollowing),

    /** The node's clock went back. {@link NodeClocks} finds it, by more than one look. */
    CLOCK_BACK(NodeRule::isToldByOthers),
    /** The node's clock jumped, or is behind another's. {@link NodeClocks} finds it too. */
    CLOCK_SKEW(NodeRule::isToldByOthers);

    /** A minute, then a replica's liveness check has it restarted, which takes moments. */
    private static final Duration ORPHANED = Duration.ofSeconds(90);

    private final Optional<OfValue> ofSetting;
    private final OfNode ofNode;

    NodeRule(String value) {
        this((String found) -> found.equals(value));
    }

    NodeRule(OfValue value) {
        this.ofSetting = Optional.of(value);
        this.ofNode = this::isSet;
    }

    NodeRule(OfNode node) {
        this.ofSetting = Optional.empty();
        this.ofNode = node;
    }

    /** The settings that are looked at. */
    public static List<NodeRule> ofSettings() {
        return Arrays.stream(values()).filter(rule -> rule.ofSetting.isPresent()).toList();
    }

    /** What a node is found to be by itself. */
    public static List<Finding> findings(NodeState node) {
        return Arrays.stream(values())
                .filter(rule -> !rule.ofNode.holds(node))
                .map(rule -> new Finding(node.role(), rule))
                .toList();
    }

    /** Whether it is a rule about time. */
    public boolean isOfClocks() {
        return this == CLOCK_BACK || this == CLOCK_SKEW;
    }

    /** The name of the setting, or what else it is about. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private boolean isSet(NodeState node) {
        String value = node.settings().get(label());
        return value != null && ofSetting.orElseThrow().holds(value);
    }

    private static OfValue atLeast(long limit) {
        return value -> Long.parseLong(value) >= limit;
    }

    private static OfValue atMost(long limit) {
        return value -> Long.parseLong(value) <= limit;
    }

    private static boolean writesNothingAtItsEnd(String value) {
        return !List.of(value.split(" ", -1)).contains("save");
    }

    /** A replica that stands still is cut off within a minute, and with it what it did not take. */
    private static boolean cutsStalledReplicas(String limits) {
        List<String> words = List.of(limits.split(" ", -1));
        List<Long> ofReplicas =
                words.stream()
                        .skip(words.indexOf("slave") + 1L)
                        .limit(3)
                        .map(Long::parseLong)
                        .toList();
        return ofReplicas.get(0) > 0 && ofReplicas.get(1) > 0 && ofReplicas.get(2) <= 60;
    }

    private static boolean overwritesFreed(NodeState node) {
        if (node.fact("mem_allocator").startsWith("jemalloc")) {
            return node.allocator().matches("(?s).*opt\\.junk: \"(free|true)\".*");
        }
        return node.role() == Role.PRIMARY && node.number("connected_slaves") == 0;
    }

    private static boolean isFollowing(NodeState node) {
        return node.role() == Role.PRIMARY
                || node.number("master_link_down_since_seconds") <= ORPHANED.toSeconds();
    }

    private static boolean isToldByOthers(NodeState node) {
        return true;
    }

    /** Whether a setting's value is right. */
    @Immutable
    private interface OfValue {
        boolean holds(String value);
    }

    /** Whether a node is right. */
    @Immutable
    private interface OfNode {
        boolean holds(NodeState node);
    }
}
