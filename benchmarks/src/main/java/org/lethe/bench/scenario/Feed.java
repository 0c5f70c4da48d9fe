package org.lethe.bench.scenario;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.lethe.bench.cost.Spent;
import org.lethe.bench.load.Latencies;
import org.lethe.bench.load.LoadedVisit;
import org.lethe.bench.load.OpenLoop;
import org.lethe.bench.load.Site;
import org.lethe.bench.load.Waiting;
import org.lethe.bench.load.Watcher;
import org.lethe.bench.report.Figure;
import org.lethe.bench.suite.BenchedSuite;

/** Visitors who go from page to page, and an operator who watches. */
public final class Feed implements Scenario {

    private static final int LATE_MILLIS = 2_000;

    @Override
    public String name() {
        return "feed";
    }

    @Override
    public String question() {
        return "How long does it take until an operator sees that a visitor is on another page, and"
                + " what does it cost? As many visitors as chats were asked for. A page that its"
                + " visitor has left before the list is told again is not shown. Costs are"
                + " those beyond the same visitors who stay where they are.";
    }

    @Override
    public List<Figure> run(BenchedSuite suite, BenchOptions options) {
        if (!options.quick()) {
            suite.awaitNobody();
        }
        Site site = suite.site();
        var shown = new Latencies();
        List<LoadedVisit> visits =
                Stream.generate(() -> LoadedVisit.open(site, suite.nextVisitor()))
                        .limit(options.chats())
                        .toList();
        try (var watcher = new Watcher(site, suite.operator(), shown)) {
            walk(visits, options.rate(), Duration.ofSeconds(options.seconds()).dividedBy(2));
            Spent rest = suite.atRest(options.seconds() / 2);
            shown.reset();
            long framesBefore = watcher.frames();
            Spent before = suite.spent();
            long moved = walk(visits, options.rate(), Duration.ofSeconds(options.seconds()));
            Spent spent = suite.spent().since(before).beyond(rest);
            var figures = new ArrayList<Figure>();
            figures.add(new Figure("shown, p50", shown.millis(50), "ms"));
            figures.add(new Figure("shown, p99", shown.millis(99), "ms"));
            figures.add(new Figure("not shown", moved - shown.count(), "pages"));
            figures.add(
                    new Figure(
                            "frames to the operator",
                            (watcher.frames() - framesBefore) / (double) options.seconds(),
                            "a second"));
            figures.addAll(spent.each((double) moved, "a page"));
            return figures;
        } finally {
            visits.forEach(LoadedVisit::leave);
            visits.forEach(LoadedVisit::close);
        }
    }

    /** One after the other, round and round; the last are left the time to be shown. */
    private static long walk(List<LoadedVisit> visits, int rate, Duration length) {
        long moved =
                OpenLoop.run(
                        rate,
                        length,
                        (number, intended) ->
                                visits.get((int) (number % visits.size())).move(intended));
        Waiting.millis(LATE_MILLIS);
        return moved;
    }
}
