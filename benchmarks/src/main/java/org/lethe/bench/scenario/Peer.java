package org.lethe.bench.scenario;

import java.time.Duration;
import java.util.List;
import org.lethe.bench.load.Latencies;
import org.lethe.bench.report.Figure;

/** What is told of everything that relays the same messages in the same rhythm. */
final class Peer {

    private static final double PER = 10_000;

    private Peer() {}

    /** How long messages took, in milliseconds. */
    static List<Figure> times(String what, Latencies latencies) {
        return List.of(
                new Figure(what + ", p50", latencies.millis(50), "ms"),
                new Figure(what + ", p99", latencies.millis(99), "ms"));
    }

    /** How many were lost, and the processor time of 10,000. */
    static List<Figure> costs(String name, Latencies arrived, long sent, Duration spent) {
        return List.of(
                new Figure(name + ", lost", sent - arrived.count(), "messages"),
                new Figure(
                        name, spent.toMillis() / 1000.0 * PER / sent, "CPU s per 10,000 messages"));
    }
}
