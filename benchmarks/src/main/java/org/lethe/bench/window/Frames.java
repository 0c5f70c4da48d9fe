package org.lethe.bench.window;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.util.List;
import org.lethe.bench.report.Figure;

/**
 * How smooth a page was: what its browser drew, and for how much of the time the page's thread was
 * at work.
 *
 * @param seconds that were watched
 * @param drawn frames
 * @param longestMillis between two frames
 * @param busySeconds of the page's thread: scripts, styles, layout and painting
 */
public record Frames(double seconds, long drawn, double longestMillis, double busySeconds) {

    private static final double MILLIS = 1_000;

    private static final String COUNT =
            """
            () => {
              const told = (window.__frames = { drawn: 0, longest: 0, begin: performance.now() });
              let last = told.begin;
              const each = (now) => {
                told.drawn += 1;
                told.longest = Math.max(told.longest, now - last);
                last = now;
                told.next = requestAnimationFrame(each);
              };
              told.next = requestAnimationFrame(each);
            }
            """;

    private static final String TOLD =
            """
            () => {
              const { drawn, longest, begin, next } = window.__frames;
              cancelAnimationFrame(next);
              return [drawn, longest, performance.now() - begin];
            }
            """;

    /** Watches while something happens. */
    public static Frames during(Page page, Runnable something) {
        CDPSession session = page.context().newCDPSession(page);
        try {
            session.send("Performance.enable");
            double busy = busySeconds(session);
            page.evaluate(COUNT);
            something.run();
            if (!(page.evaluate(TOLD) instanceof List<?> told)) {
                throw new IllegalStateException("the page tells nothing of its frames");
            }
            return new Frames(
                    number(told, 2) / MILLIS,
                    (long) number(told, 0),
                    number(told, 1),
                    busySeconds(session) - busy);
        } finally {
            session.detach();
        }
    }

    /**
     * The figures.
     *
     * @param when is said of each
     */
    public List<Figure> figures(String when) {
        return List.of(
                new Figure("frames, " + when, drawn / seconds, "a second"),
                new Figure("longest frame, " + when, longestMillis, "ms"),
                new Figure("page's thread, " + when, 100 * busySeconds / seconds, "%"));
    }

    private static double busySeconds(CDPSession session) {
        for (JsonElement metric :
                session.send("Performance.getMetrics").getAsJsonArray("metrics")) {
            JsonObject told = metric.getAsJsonObject();
            if (told.get("name").getAsString().equals("TaskDuration")) {
                return told.get("value").getAsDouble();
            }
        }
        throw new IllegalStateException("this browser does not tell how long it worked");
    }

    private static double number(List<?> told, int index) {
        return told.get(index) instanceof Number number ? number.doubleValue() : Double.NaN;
    }
}
