package org.lethe.bench.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.lethe.bench.cost.Spent;
import org.lethe.bench.load.Latencies;
import org.lethe.bench.load.Waiting;
import org.lethe.bench.report.Figure;
import org.lethe.bench.suite.BenchedSuite;

/** All chats end in the same moment. */
public final class Ends implements Scenario {

    private static final long PATIENCE_NANOS = 120_000_000_000L;

    @Override
    public String name() {
        return "ends";
    }

    @Override
    public String question() {
        return "How long after all chats were ended at once are their keys gone, by a look into the"
                + " store?";
    }

    @Override
    public List<Figure> run(BenchedSuite suite, BenchOptions options) {
        try (Chats chats = Chats.open(suite, options.chats())) {
            List<String> ids = chats.ids();
            Spent before = suite.spent();
            long begin = System.nanoTime();
            Latencies gone = end(suite, chats);
            long told = System.nanoTime() - begin;
            Spent spent = suite.spent().since(before);
            var figures =
                    new ArrayList<>(
                            List.of(
                                    new Figure("keys gone, p50", gone.millis(50), "ms"),
                                    new Figure("keys gone, p99", gone.millis(99), "ms"),
                                    new Figure("the desk was told of all", told / 1e6, "ms"),
                                    new Figure("not gone", ids.size() - gone.count(), "chats"),
                                    new Figure(
                                            "chat-service",
                                            1000
                                                    * spent.processorSeconds("chat-service")
                                                    / ids.size(),
                                            "CPU ms an end")));
            figures.addAll(spent.ofStore(ids.size(), "an end"));
            return figures;
        }
    }

    /** Ends all at once, and waits until everybody was told: when their keys were gone. */
    static Latencies end(BenchedSuite suite, Chats chats) {
        var gone = new Latencies();
        long begin = System.nanoTime();
        chats.end();
        watch(suite, chats.ids(), begin, gone);
        chats.awaitEnded();
        return gone;
    }

    /** One look for all chats at a time: a look each would be the load. */
    private static void watch(BenchedSuite suite, List<String> chats, long begin, Latencies gone) {
        List<String> left = chats;
        while (!left.isEmpty() && System.nanoTime() - begin < PATIENCE_NANOS) {
            Set<String> readable = suite.store().readable(left);
            long now = System.nanoTime();
            left.stream()
                    .filter(chat -> !readable.contains(chat))
                    .forEach(_ -> gone.record(now - begin));
            left = List.copyOf(readable);
            Waiting.millis(2);
        }
    }
}
