package org.lethe.bench.scenario;

import com.microsoft.playwright.Page;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.lethe.acceptance.browser.Windows;
import org.lethe.acceptance.journey.People;
import org.lethe.bench.load.LoadedVisit;
import org.lethe.bench.load.OpenLoop;
import org.lethe.bench.load.Waiting;
import org.lethe.bench.report.Figure;
import org.lethe.bench.suite.BenchedSuite;
import org.lethe.bench.window.Frames;

/** The visitors' list of a console in a real browser, while visitors go from page to page. */
public final class ConsoleList implements Scenario {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    /** Besides a visitor's, the row of the heads. */
    private static final String ROWS =
            "() => document.querySelector('[aria-rowcount]')?.ariaRowCount";

    @Override
    public String name() {
        return "console";
    }

    @Override
    public String question() {
        return "How many frames does the browser of an operator draw while visitors go from page to"
                + " page, and how long does its page work for that? As many visitors as chats were"
                + " asked for, all in the list. Beside it: the same list while nobody moves, and an"
                + " empty page of the same browser. It draws without a graphics card, on the"
                + " processors that the suite and its visitors work on, too.";
    }

    @Override
    public List<Figure> run(BenchedSuite suite, BenchOptions options) {
        if (!options.quick()) {
            suite.awaitNobody();
        }
        List<LoadedVisit> visits =
                Stream.generate(() -> LoadedVisit.open(suite.site(), suite.nextVisitor()))
                        .limit(options.chats())
                        .toList();
        try (var windows = new Windows()) {
            var figures = new ArrayList<Figure>();
            Runnable nothing = () -> Waiting.millis(options.seconds() * 1_000L / 2);
            figures.addAll(
                    Frames.during(windows.open(1400, 860), nothing).figures("of an empty page"));
            windows.closeAll();
            Page console = windows.console(suite.site().gateway().base(), People.OPERATOR);
            long rows = rows(console, options.chats());
            walk(visits, options.rate(), 2);
            figures.addAll(Frames.during(console, nothing).figures("nobody moves"));
            figures.addAll(
                    Frames.during(console, () -> walk(visits, options.rate(), options.seconds()))
                            .figures("visitors move"));
            figures.add(new Figure("rows", rows, "rows"));
            return figures;
        } finally {
            visits.forEach(LoadedVisit::leave);
            visits.forEach(LoadedVisit::close);
        }
    }

    /** Waits until all are in the list. */
    private static long rows(Page console, int visitors) {
        Waiting.until(PATIENCE, () -> rows(console) >= visitors);
        return rows(console);
    }

    private static long rows(Page console) {
        return console.evaluate(ROWS) instanceof String count ? Long.parseLong(count) - 1 : 0;
    }

    /** One after the other, round and round. */
    private static void walk(List<LoadedVisit> visits, int rate, int seconds) {
        OpenLoop.run(
                rate,
                Duration.ofSeconds(seconds),
                (number, intended) -> visits.get((int) (number % visits.size())).move(intended));
    }
}
