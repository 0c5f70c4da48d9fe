package org.lethe.bench.report;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The times of a result as bars on one logarithmic scale, as SVG. */
final class Picture {

    private static final String MILLIS = "ms";
    private static final int ROW = 22;
    private static final int LEFT = 280;
    private static final int WIDTH = 420;
    private static final int RIGHT = 90;

    /** From a tenth of a millisecond to a hundred seconds. */
    private static final int DECADES = 6;

    private static final double LEAST = 0.1;

    private Picture() {}

    /**
     * @return empty where no time was measured
     */
    static Optional<String> of(Result result) {
        List<Summary> times =
                result.figures().stream().filter(figure -> figure.unit().equals(MILLIS)).toList();
        return times.isEmpty() ? Optional.empty() : Optional.of(drawn(result.scenario(), times));
    }

    private static String drawn(String scenario, List<Summary> times) {
        var rows = new StringBuilder();
        int y = ROW;
        for (Summary time : times) {
            rows.append(row(time, y));
            y += ROW;
        }
        int width = LEFT + WIDTH + RIGHT;
        return """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" font-family="sans-serif" font-size="12" role="img">
        <title>%s: times in milliseconds, median of the runs with the least and the most, logarithmic</title>
        <rect width="100%%" height="100%%" fill="#fff"/>
        %s%s</svg>
        """
                .formatted(width, y + ROW, scenario, grid(y), rows);
    }

    private static String row(Summary figure, int y) {
        return """
        <text x="%d" y="%d" text-anchor="end">%s</text>
        <rect x="%d" y="%d" width="%s" height="10" fill="#2f6f5e"/>
        <line x1="%s" x2="%s" y1="%d" y2="%d" stroke="#b4512c" stroke-width="2"/>
        <text x="%s" y="%d">%s ms</text>
        """
                .formatted(
                        LEFT - 8,
                        y + 10,
                        figure.name(),
                        LEFT,
                        y + 1,
                        number(place(figure.median())),
                        number(LEFT + place(figure.least())),
                        number(LEFT + place(figure.most())),
                        y + 6,
                        y + 6,
                        number(LEFT + place(figure.most()) + 8),
                        y + 10,
                        Report.shown(figure.median()));
    }

    private static String grid(int bottom) {
        var lines = new StringBuilder();
        double value = LEAST;
        for (int decade = 0; decade <= DECADES; decade++, value *= 10) {
            String x = number(LEFT + place(value));
            lines.append(
                    "<line x1=\"%s\" x2=\"%s\" y1=\"%d\" y2=\"%d\" stroke=\"#ddd\"/>\n<text x=\"%s\" y=\"%d\" text-anchor=\"middle\" fill=\"#555\">%s</text>\n"
                            .formatted(x, x, ROW - 6, bottom, x, bottom + 14, Report.shown(value)));
        }
        return lines.toString();
    }

    private static double place(double millis) {
        double decades = Math.log10(Math.max(millis, LEAST) / LEAST);
        return Math.min(decades, DECADES) * WIDTH / DECADES;
    }

    private static String number(double pixels) {
        return String.format(Locale.ROOT, "%.1f", pixels);
    }
}
