package org.lethe.bench.report;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A result as bars, as SVG: its times on one logarithmic scale, or, where it has none, all figures
 * from zero, each as long as the most of its unit allows.
 */
final class Picture {

    private static final String MILLIS = "ms";
    private static final int ROW = 22;
    private static final int LEFT = 280;
    private static final int WIDTH = 420;
    private static final int RIGHT = 150;

    /** From a tenth of a millisecond to a hundred seconds. */
    private static final int DECADES = 6;

    private static final double LEAST = 0.1;

    private Picture() {}

    /** How many pixels a value of a unit takes. */
    private interface Scale {
        double place(double value, String unit);
    }

    /**
     * @return empty where nothing was measured but zeros
     */
    static Optional<String> of(Result result) {
        List<Summary> times =
                result.figures().stream().filter(figure -> figure.unit().equals(MILLIS)).toList();
        if (!times.isEmpty()) {
            String title =
                    "times in milliseconds, median of the runs with the least and the most,"
                            + " logarithmic";
            return Optional.of(
                    drawn(result.scenario() + ": " + title, times, (value, _) -> place(value)));
        }
        var most = new TreeMap<String, Double>();
        result.figures().forEach(figure -> most.merge(figure.unit(), figure.most(), Math::max));
        List<Summary> figures =
                result.figures().stream().filter(figure -> most(most, figure.unit()) > 0).toList();
        String title =
                "median of the runs with the least and the most, from zero, to the most of its unit";
        return figures.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        drawn(
                                result.scenario() + ": " + title,
                                figures,
                                (value, unit) -> WIDTH * Math.max(0, value) / most(most, unit)));
    }

    private static double most(Map<String, Double> most, String unit) {
        return most.getOrDefault(unit, 0.0);
    }

    private static String drawn(String title, List<Summary> figures, Scale scale) {
        var rows = new StringBuilder();
        int y = ROW;
        for (Summary figure : figures) {
            rows.append(row(figure, scale, y));
            y += ROW;
        }
        boolean isTimes = figures.getFirst().unit().equals(MILLIS);
        int width = LEFT + WIDTH + RIGHT;
        return """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" font-family="sans-serif" font-size="12" role="img">
        <title>%s</title>
        <rect width="100%%" height="100%%" fill="#fff"/>
        %s%s</svg>
        """
                .formatted(width, y + ROW, title, isTimes ? grid(y) : "", rows);
    }

    private static String row(Summary figure, Scale scale, int y) {
        double least = scale.place(figure.least(), figure.unit());
        double median = scale.place(figure.median(), figure.unit());
        double most = scale.place(figure.most(), figure.unit());
        return """
        <text x="%d" y="%d" text-anchor="end">%s</text>
        <rect x="%d" y="%d" width="%s" height="10" fill="#2f6f5e"/>
        <line x1="%s" x2="%s" y1="%d" y2="%d" stroke="#b4512c" stroke-width="2"/>
        <text x="%s" y="%d">%s %s</text>
        """
                .formatted(
                        LEFT - 8,
                        y + 10,
                        figure.name(),
                        LEFT,
                        y + 1,
                        number(median),
                        number(LEFT + least),
                        number(LEFT + most),
                        y + 6,
                        y + 6,
                        number(LEFT + most + 8),
                        y + 10,
                        Report.shown(figure.median()),
                        figure.unit());
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
