package org.lethe.bench.scenario;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.lethe.bench.cost.Spent;
import org.lethe.bench.load.Arrival;
import org.lethe.bench.load.Latencies;
import org.lethe.bench.load.OpenLoop;
import org.lethe.bench.load.Waiting;
import org.lethe.bench.report.Figure;
import org.lethe.bench.suite.BenchedSuite;

/** Visitors who come to the site. Their visits end by themselves, three minutes later. */
public final class Arrivals implements Scenario {

    private static final int LATE_MILLIS = 5_000;

    @Override
    public String name() {
        return "presence";
    }

    @Override
    public String question() {
        return "How long does it take to open a visit, and what does it cost? Costs are those"
                + " beyond the same suite in which nobody comes.";
    }

    @Override
    public List<Figure> run(BenchedSuite suite, BenchOptions options) {
        if (!options.quick()) {
            suite.awaitNobody();
        }
        Duration length = Duration.ofSeconds(options.seconds());
        come(suite, options.rate(), length.dividedBy(2), new Latencies());
        Spent rest = suite.atRest(options.seconds() / 2);
        var opened = new Latencies();
        Spent before = suite.spent();
        long came = come(suite, options.rate(), length, opened);
        Spent spent = suite.spent().since(before).beyond(rest);
        var figures = new ArrayList<Figure>();
        figures.add(new Figure("opened, p50", opened.millis(50), "ms"));
        figures.add(new Figure("opened, p99", opened.millis(99), "ms"));
        figures.add(new Figure("not opened", came - opened.count(), "visits"));
        figures.addAll(spent.each((double) came, "a visit"));
        return figures;
    }

    /** They come at their times, and late answers have time to arrive. */
    private static long come(BenchedSuite suite, int rate, Duration length, Latencies opened) {
        long came =
                OpenLoop.run(
                        rate,
                        length,
                        (_, intended) -> {
                            var _ =
                                    Arrival.at(suite.site(), suite.nextVisitor())
                                            .thenRun(() ->
                                                    opened.record(System.nanoTime() - intended));
                        });
        long deadline = System.nanoTime() + LATE_MILLIS * 1_000_000L;
        while (opened.count() < came && System.nanoTime() < deadline) {
            Waiting.millis(5);
        }
        return came;
    }
}
