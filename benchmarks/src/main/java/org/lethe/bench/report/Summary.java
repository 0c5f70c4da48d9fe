package org.lethe.bench.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A figure over several runs.
 *
 * @param median of the runs
 * @param least of the runs
 * @param most of the runs
 * @param size as of the figure
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Summary(
        String name,
        String unit,
        double median,
        double least,
        double most,
        @Nullable Integer size) {

    /** A summary of a scenario in which nothing grows. */
    public Summary(String name, String unit, double median, double least, double most) {
        this(name, unit, median, least, most, null);
    }

    /** One summary a name and size, in the order of the first run. */
    public static List<Summary> of(List<List<Figure>> runs) {
        var byLabel = new LinkedHashMap<String, List<Figure>>();
        for (List<Figure> run : runs) {
            for (Figure figure : run) {
                byLabel.computeIfAbsent(figure.label(), _ -> new ArrayList<>()).add(figure);
            }
        }
        return byLabel.values().stream().map(Summary::ofOne).toList();
    }

    /** Its name, with the size where it has one. */
    public String label() {
        return Figure.label(name, size);
    }

    private static Summary ofOne(List<Figure> figures) {
        double[] values = figures.stream().mapToDouble(Figure::value).sorted().toArray();
        int middle = values.length / 2;
        double median =
                values.length % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
        Figure first = figures.getFirst();
        return new Summary(
                first.name(),
                first.unit(),
                median,
                values[0],
                values[values.length - 1],
                first.size());
    }
}
