package org.lethe.bench.soak;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.lethe.bench.report.Figure;

/** What memory was in use at several times: it should not grow any more after half of them. */
final class MemoryCourse {

    private static final double MEGABYTE = 1e6;

    private final List<Map<String, Long>> points = new ArrayList<>();

    /**
     * @param bytes by what has them; the same names always
     */
    void note(Map<String, Long> bytes) {
        points.add(new TreeMap<>(bytes));
    }

    List<Figure> figures() {
        Map<String, Long> first = points.getFirst();
        Map<String, Long> middle = points.get((points.size() - 1) / 2);
        Map<String, Long> last = points.getLast();
        var figures = new ArrayList<Figure>();
        for (String part : first.keySet()) {
            figures.add(figure(part + ", at first", of(part, first)));
            figures.add(figure(part + ", in the middle", of(part, middle)));
            figures.add(figure(part + ", at the end", of(part, last)));
            figures.add(
                    figure(part + ", growth from the middle", of(part, last) - of(part, middle)));
        }
        return figures;
    }

    private static long of(String part, Map<String, Long> point) {
        return point.getOrDefault(part, 0L);
    }

    private static Figure figure(String name, long bytes) {
        return new Figure(name, bytes / MEGABYTE, "MB");
    }
}
