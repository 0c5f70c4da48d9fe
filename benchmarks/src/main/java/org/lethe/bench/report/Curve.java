package org.lethe.bench.report;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * One figure over the size, drawn into a field of fixed measures.
 *
 * @param title with the unit
 * @param points by rising size
 */
record Curve(String title, List<Point> points) {

    static final int WIDTH = 400;
    static final int HEIGHT = 150;

    private static final int LEFT = 40;
    private static final int RIGHT = WIDTH - 40;
    private static final int TOP = 50;
    private static final int BOTTOM = HEIGHT - 30;

    Curve {
        points = List.copyOf(points);
    }

    /**
     * @param size how many there were
     * @param least of the runs
     * @param median of the runs
     * @param most of the runs
     */
    record Point(int size, double least, double median, double most) {}

    boolean isAnything() {
        return points.stream().anyMatch(point -> point.most() != 0 || point.least() != 0);
    }

    String drawn() {
        double first = y(points.getFirst().median());
        String line =
                points.stream()
                        .map(point -> number(x(point.size())) + "," + number(y(point.median())))
                        .collect(Collectors.joining(" "));
        return """
        <text x="%d" y="20">%s</text>
        <line x1="%d" x2="%d" y1="%d" y2="%d" stroke="#ddd"/>
        <line x1="%d" x2="%d" y1="%s" y2="%s" stroke="#999" stroke-dasharray="4 3"/>
        <polyline points="%s" fill="none" stroke="#2f6f5e" stroke-width="2"/>
        %s\
        """
                .formatted(
                        LEFT,
                        title,
                        LEFT,
                        RIGHT,
                        BOTTOM,
                        BOTTOM,
                        LEFT,
                        RIGHT,
                        number(first),
                        number(first),
                        line,
                        points.stream().map(this::drawn).collect(Collectors.joining()));
    }

    private String drawn(Point point) {
        String x = number(x(point.size()));
        return """
        <line x1="%s" x2="%s" y1="%s" y2="%s" stroke="#b4512c" stroke-width="2"/>
        <circle cx="%s" cy="%s" r="3" fill="#2f6f5e"/>
        <text x="%s" y="%s" text-anchor="middle">%s</text>
        <text x="%s" y="%d" text-anchor="middle" fill="#555">%d</text>
        """
                .formatted(
                        x,
                        x,
                        number(y(point.least())),
                        number(y(point.most())),
                        x,
                        number(y(point.median())),
                        x,
                        number(y(point.most()) - 6),
                        Report.shown(point.median()),
                        x,
                        BOTTOM + 16,
                        point.size());
    }

    /** In the middle where there is one size alone. */
    private double x(int size) {
        double from = Math.log(points.getFirst().size());
        double to = Math.log(points.getLast().size());
        double share = to > from ? (Math.log(size) - from) / (to - from) : 0.5;
        return LEFT + share * (RIGHT - LEFT);
    }

    /** What noise brings below zero is drawn at zero. */
    private double y(double value) {
        double most = points.stream().mapToDouble(Point::most).max().orElseThrow();
        double share = most > 0 ? Math.clamp(value / most, 0, 1) : 0;
        return BOTTOM - share * (BOTTOM - TOP);
    }

    private static String number(double pixels) {
        return String.format(Locale.ROOT, "%.1f", pixels);
    }
}
