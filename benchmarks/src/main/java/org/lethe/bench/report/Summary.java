package org.lethe.bench.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * A figure over several runs.
 *
 * @param median of the runs
 * @param least of the runs
 * @param most of the runs
 */
public record Summary(String name, String unit, double median, double least, double most) {

    /** One summary a name, in the order of the first run. */
    public static List<Summary> of(List<List<Figure>> runs) {
        var byName = new LinkedHashMap<String, List<Figure>>();
        for (List<Figure> run : runs) {
            for (Figure figure : run) {
                byName.computeIfAbsent(figure.name(), _ -> new ArrayList<>()).add(figure);
            }
        }
        return byName.values().stream().map(Summary::ofOne).toList();
    }

    private static Summary ofOne(List<Figure> figures) {
        double[] values = figures.stream().mapToDouble(Figure::value).sorted().toArray();
        int middle = values.length / 2;
        double median =
                values.length % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
        Figure first = figures.getFirst();
        return new Summary(
                first.name(), first.unit(), median, values[0], values[values.length - 1]);
    }
}
