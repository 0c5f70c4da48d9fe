package org.lethe.privacy.redis.node;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Compares the clock of every node with this process' monotonic clock, and with the others'.
 *
 * <p>Deadlines are in the time of a node: what lives is prolonged when that goes back, or when a
 * replica whose clock is behind becomes the primary. Not for several threads at once.
 */
public final class NodeClocks {

    /** As far as a clock may jump, and as far as one may be from another. */
    private static final Duration SKEW = Duration.ofSeconds(1);

    /** What set a clock may set it again. */
    private static final Duration QUARANTINE = Duration.ofSeconds(30);

    /** By run; those of nodes that are silent too, which may come back with another time. */
    private final Map<String, Watched> watched = new HashMap<>();

    /** All nodes that answered; what a clock did is told for half a minute. */
    public List<Finding> look(List<NodeState> nodes) {
        var findings = new ArrayList<Finding>();
        for (NodeState node : nodes) {
            Watched now = watched.computeIfAbsent(node.run(), run -> new Watched(node.time()));
            now.look(node.time()).ifPresent(rule -> findings.add(new Finding(node.role(), rule)));
        }
        slowest(nodes).ifPresent(it -> findings.add(new Finding(it.role(), NodeRule.CLOCK_SKEW)));
        return findings.stream().distinct().toList();
    }

    /** The node whose clock is too far behind another's for certain. */
    private static Optional<NodeState> slowest(List<NodeState> nodes) {
        long fastest =
                nodes.stream().mapToLong(it -> offset(it.time())).max().orElse(Long.MIN_VALUE);
        return nodes.stream()
                .filter(it -> offset(it.time()) + it.time().roundTrip() + SKEW.toMillis() < fastest)
                .min(Comparator.comparingLong(it -> offset(it.time())));
    }

    /** Of a node's clock to the monotonic one, at the least; at most it is a round trip more. */
    private static long offset(ClockReading reading) {
        return reading.millis() - Duration.ofNanos(reading.received()).toMillis();
    }

    /** One clock, as it went so far. */
    private static final class Watched {

        private ClockFloor floor;
        private long late;
        private Optional<NodeRule> broken = Optional.empty();
        private long trustedFrom;

        private Watched(ClockReading first) {
            floor = ClockFloor.of(first);
            late = first.roundTrip();
        }

        private Optional<NodeRule> look(ClockReading reading) {
            long due = floor.at(reading.received());
            if (floor.isUndercutBy(reading)) {
                distrust(NodeRule.CLOCK_BACK, reading);
            } else if (reading.millis() > due + late + SKEW.toMillis()) {
                distrust(NodeRule.CLOCK_SKEW, reading);
            } else if (reading.millis() >= due) {
                follow(reading);
            }
            return broken.filter(it -> reading.received() - trustedFrom < 0);
        }

        private void distrust(NodeRule rule, ClockReading reading) {
            broken = Optional.of(rule);
            trustedFrom = reading.received() + QUARANTINE.toNanos();
            follow(reading);
        }

        private void follow(ClockReading reading) {
            floor = ClockFloor.of(reading);
            late = reading.roundTrip();
        }
    }
}
