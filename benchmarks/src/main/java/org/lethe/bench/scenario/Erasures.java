package org.lethe.bench.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.lethe.acceptance.journey.Erasure;
import org.lethe.bench.load.Arrival;
import org.lethe.bench.load.Latencies;
import org.lethe.bench.load.Waiting;
import org.lethe.bench.report.Figure;
import org.lethe.bench.suite.BenchedSuite;

/** Erasures of visits, among others that go on: alone, and many at once. */
public final class Erasures implements Scenario {

    private static final int ALONE = 20;
    private static final int AT_ONCE = 20;
    private static final long PATIENCE_NANOS = 60_000_000_000L;

    /** Each comes from an address of its own, in later runs too. */
    private final AtomicLong visitors = new AtomicLong();

    @Override
    public String name() {
        return "erasure";
    }

    @Override
    public String question() {
        return "How long after an erasure was asked for, by the number of a visit, is it answered,"
                + " is the visit's key gone by a look into the store, and is the receipt there? One"
                + " after the other, and "
                + AT_ONCE
                + " at once.";
    }

    @Override
    public List<Figure> run(BenchedSuite suite, BenchOptions options) {
        List<Arrival.Visit> living = come(suite, options.chats());
        Erasure erasure = suite.erasure();
        var alone = new Times();
        come(suite, ALONE).forEach(visit -> erase(suite, erasure, visit, alone));
        var together = new Times();
        List<CompletableFuture<Void>> erasures =
                come(suite, AT_ONCE).stream()
                        .map(visit ->
                                CompletableFuture.runAsync(
                                        () -> erase(suite, erasure, visit, together),
                                        Thread::startVirtualThread))
                        .toList();
        erasures.forEach(CompletableFuture::join);
        var figures = new ArrayList<Figure>();
        figures.addAll(alone.figures("alone"));
        figures.addAll(together.figures("at once"));
        List<String> others = living.stream().map(Arrival.Visit::id).toList();
        figures.add(
                new Figure(
                        "erased though nobody asked",
                        others.size() - suite.store().readable(others).size(),
                        "visits"));
        return figures;
    }

    private List<Arrival.Visit> come(BenchedSuite suite, int count) {
        return Stream.generate(() -> Arrival.at(suite.site(), visitors.getAndIncrement()))
                .limit(count)
                .map(CompletableFuture::join)
                .toList();
    }

    private static void erase(
            BenchedSuite suite, Erasure erasure, Arrival.Visit visit, Times times) {
        long begin = System.nanoTime();
        CompletableFuture<Void> gone =
                CompletableFuture.runAsync(
                        () -> awaitGone(suite, visit, begin, times.gone),
                        Thread::startVirtualThread);
        String request = erasure.request(List.of(visit.id()), List.of());
        times.answered.record(System.nanoTime() - begin);
        while (!erasure.isCompleted(request) && System.nanoTime() - begin < PATIENCE_NANOS) {
            Waiting.millis(5);
        }
        times.receipt.record(System.nanoTime() - begin);
        gone.join();
    }

    private static void awaitGone(
            BenchedSuite suite, Arrival.Visit visit, long begin, Latencies gone) {
        List<String> key = List.of(visit.id());
        while (!suite.store().readable(key).isEmpty()
                && System.nanoTime() - begin < PATIENCE_NANOS) {
            Waiting.millis(2);
        }
        gone.record(System.nanoTime() - begin);
    }

    /** From the request on. */
    private record Times(Latencies answered, Latencies gone, Latencies receipt) {

        Times() {
            this(new Latencies(), new Latencies(), new Latencies());
        }

        List<Figure> figures(String how) {
            var figures = new ArrayList<Figure>();
            for (int percentile : new int[] {50, 99}) {
                figures.add(figure(how, "answered", answered, percentile));
                figures.add(figure(how, "key gone", gone, percentile));
                figures.add(figure(how, "receipt", receipt, percentile));
            }
            return figures;
        }

        private static Figure figure(String how, String what, Latencies latencies, int percentile) {
            return new Figure(
                    what + " " + how + ", p" + percentile, latencies.millis(percentile), "ms");
        }
    }
}
