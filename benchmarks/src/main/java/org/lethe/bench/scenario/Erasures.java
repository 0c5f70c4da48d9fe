package org.lethe.bench.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.lethe.acceptance.journey.Erasure;
import org.lethe.bench.cost.Spent;
import org.lethe.bench.load.Arrival;
import org.lethe.bench.load.Latencies;
import org.lethe.bench.load.Waiting;
import org.lethe.bench.report.Figure;
import org.lethe.bench.store.KeyWatch;
import org.lethe.bench.suite.BenchedSuite;

/** Erasures of visits, among others that go on: alone, and many at once. */
public final class Erasures implements Scenario {

    private static final int AT_A_TIME = 20;
    private static final int LOOK_MILLIS = 20;
    private static final long PATIENCE_NANOS = 60_000_000_000L;

    @Override
    public String name() {
        return "erasure";
    }

    @Override
    public String question() {
        return "How long after an erasure was asked for, by the number of a visit, is it answered,"
                + " is the visit's key gone by a look into the store, and is the receipt there? One"
                + " after the other, and "
                + AT_A_TIME
                + " at once. Costs are those of the latter until all have their receipts, beyond the"
                + " same visits before.";
    }

    @Override
    public List<Figure> run(BenchedSuite suite, BenchOptions options) {
        List<String> others = come(suite, options.chats());
        Erasure erasure = suite.erasure();
        var alone = new Times();
        come(suite, AT_A_TIME).forEach(visit -> erase(suite, erasure, List.of(visit), alone));
        var together = new Times();
        List<String> visits = come(suite, AT_A_TIME);
        Spent rest = suite.atRest(options.seconds() / 2);
        Spent before = suite.spent();
        erase(suite, erasure, visits, together);
        Spent spent = suite.spent().since(before).beyond(rest);
        var figures = new ArrayList<Figure>();
        figures.addAll(alone.figures("alone"));
        figures.addAll(together.figures("at once"));
        figures.add(
                new Figure(
                        "erased though nobody asked",
                        others.size() - suite.store().readable(others).size(),
                        "visits"));
        figures.addAll(spent.each(AT_A_TIME, "an erasure"));
        return figures;
    }

    private static List<String> come(BenchedSuite suite, int count) {
        return Stream.generate(() -> Arrival.at(suite.site(), suite.nextVisitor()))
                .limit(count)
                .map(CompletableFuture::join)
                .map(Arrival.Visit::id)
                .toList();
    }

    /** All at once. */
    private static void erase(
            BenchedSuite suite, Erasure erasure, List<String> visits, Times times) {
        long begin = System.nanoTime();
        List<CompletableFuture<Void>> erasures =
                visits.stream()
                        .map(visit ->
                                CompletableFuture.runAsync(
                                        () -> erase(erasure, visit, begin, times),
                                        Thread::startVirtualThread))
                        .toList();
        times.gone.add(KeyWatch.untilGone(suite.store(), visits, begin));
        erasures.forEach(CompletableFuture::join);
    }

    private static void erase(Erasure erasure, String visit, long begin, Times times) {
        String request = erasure.request(List.of(visit), List.of());
        times.answered.record(System.nanoTime() - begin);
        while (System.nanoTime() - begin < PATIENCE_NANOS) {
            if (erasure.isCompleted(request)) {
                times.receipt.record(System.nanoTime() - begin);
                return;
            }
            Waiting.millis(LOOK_MILLIS);
        }
    }

    /** From the request on. */
    private record Times(Latencies answered, Latencies gone, Latencies receipt) {

        Times() {
            this(new Latencies(), new Latencies(), new Latencies());
        }

        List<Figure> figures(String how) {
            var figures = new ArrayList<Figure>();
            // The slowest of twenty: there is no p99 of so few.
            for (int percentile : new int[] {50, 100}) {
                figures.add(figure(how, "answered", answered, percentile));
                figures.add(figure(how, "key gone", gone, percentile));
                figures.add(figure(how, "receipt", receipt, percentile));
            }
            figures.add(new Figure("not gone " + how, AT_A_TIME - gone.count(), "visits"));
            figures.add(new Figure("no receipt " + how, AT_A_TIME - receipt.count(), "visits"));
            return figures;
        }

        private static Figure figure(String how, String what, Latencies latencies, int percentile) {
            return new Figure(
                    what + " " + how + (percentile == 100 ? ", most" : ", p50"),
                    latencies.millis(percentile),
                    "ms");
        }
    }
}
