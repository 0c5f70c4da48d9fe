package org.lethe.bench.growth;

import java.time.Duration;
import java.util.List;
import org.lethe.bench.load.Latencies;
import org.lethe.bench.load.LoadedVisit;
import org.lethe.bench.load.OpenLoop;
import org.lethe.bench.load.Waiting;
import org.lethe.bench.load.Watcher;
import org.lethe.bench.report.Figure;
import org.lethe.bench.suite.BenchedSuite;

/** An operator who opens the list now, and sees one of its visitors go from page to page. */
final class VisitorList {

    private static final int PAGES_A_SECOND = 5;
    private static final Duration WALK = Duration.ofSeconds(2);
    private static final Duration LATE = Duration.ofSeconds(2);
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final double NANOS_A_MILLI = 1e6;

    private VisitorList() {}

    static List<Figure> figures(BenchedSuite suite) {
        String operator = suite.operator();
        var shown = new Latencies();
        try (var visit = LoadedVisit.open(suite.site(), suite.nextVisitor())) {
            long there = suite.store().open();
            long begin = System.nanoTime();
            try (var watcher = new Watcher(suite.site(), operator, shown)) {
                Watcher.Listed listed = watcher.awaitRows(begin, there, PATIENCE);
                long moved = walk(visit, shown);
                return List.of(
                        new Figure("list, first row", listed.first() / NANOS_A_MILLI, "ms"),
                        new Figure("list, last row", listed.last() / NANOS_A_MILLI, "ms"),
                        new Figure("rows that were not there", there - listed.rows(), "rows"),
                        new Figure("page shown, p50", shown.millis(50), "ms"),
                        // The slowest of ten: there is no p99 of so few.
                        new Figure("page shown, most", shown.millis(100), "ms"),
                        new Figure("page not shown", moved - shown.count(), "pages"));
            } finally {
                visit.leave();
            }
        }
    }

    /** From page to page, and the last is left the time to be shown. */
    private static long walk(LoadedVisit visit, Latencies shown) {
        long moved = OpenLoop.run(PAGES_A_SECOND, WALK, (_, intended) -> visit.move(intended));
        Waiting.until(LATE, () -> shown.count() >= moved);
        return moved;
    }
}
