package org.lethe.bench.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.lethe.acceptance.journey.Erasure;
import org.lethe.bench.load.Latencies;
import org.lethe.bench.load.Waiting;
import org.lethe.bench.report.Figure;
import org.lethe.bench.store.KeyWatch;
import org.lethe.bench.suite.BenchedSuite;

/** How long erasures take, from the request on. */
public final class TimedErasures {

    private static final int LOOK_MILLIS = 20;
    private static final long PATIENCE_NANOS = 60_000_000_000L;

    private final BenchedSuite suite;
    private final Erasure erasure;
    private final Latencies answered = new Latencies();
    private final Latencies gone = new Latencies();
    private final Latencies receipt = new Latencies();
    private int asked;

    /**
     * @param erasure as whom it is asked for
     */
    public TimedErasures(BenchedSuite suite, Erasure erasure) {
        this.suite = suite;
        this.erasure = erasure;
    }

    /**
     * Somebody who is to be erased.
     *
     * @param scope one of theirs, by whose key is seen when it is done
     * @param request names them, and gives the request's id
     */
    public record Subject(String scope, Function<Erasure, String> request) {}

    /** One after the other. */
    public void each(List<Subject> subjects) {
        subjects.forEach(subject -> together(List.of(subject)));
    }

    /** All at once. */
    public void together(List<Subject> subjects) {
        asked += subjects.size();
        long begin = System.nanoTime();
        List<CompletableFuture<Void>> erasures =
                subjects.stream()
                        .map(subject ->
                                CompletableFuture.runAsync(
                                        () -> erase(subject, begin), Thread::startVirtualThread))
                        .toList();
        List<String> scopes = subjects.stream().map(Subject::scope).toList();
        gone.add(KeyWatch.untilGone(suite.store(), scopes, begin));
        erasures.forEach(CompletableFuture::join);
    }

    private void erase(Subject subject, long begin) {
        String request = subject.request().apply(erasure);
        answered.record(System.nanoTime() - begin);
        while (System.nanoTime() - begin < PATIENCE_NANOS) {
            if (erasure.isCompleted(request)) {
                receipt.record(System.nanoTime() - begin);
                return;
            }
            Waiting.millis(LOOK_MILLIS);
        }
    }

    /**
     * Of all until now.
     *
     * @param how they were asked for
     */
    public List<Figure> figures(String how) {
        var figures = new ArrayList<Figure>();
        // The slowest of few: there is no p99 of so few.
        for (int percentile : new int[] {50, 100}) {
            figures.add(figure(how, "answered", answered, percentile));
            figures.add(figure(how, "key gone", gone, percentile));
            figures.add(figure(how, "receipt", receipt, percentile));
        }
        figures.add(new Figure("not gone " + how, asked - gone.count(), "subjects"));
        figures.add(new Figure("no receipt " + how, asked - receipt.count(), "subjects"));
        return figures;
    }

    private static Figure figure(String how, String what, Latencies latencies, int percentile) {
        return new Figure(
                what + " " + how + (percentile == 100 ? ", most" : ", p50"),
                latencies.millis(percentile),
                "ms");
    }
}
