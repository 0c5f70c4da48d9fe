package org.lethe.bench.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Figures over the size that they were measured at, as SVG: each in a field of its own, as their
 * units differ. Sizes are logarithmic, values begin at zero: what costs the same is flat.
 */
final class Curves {

    private static final int COLUMNS = 2;

    private Curves() {}

    /**
     * @return empty where nothing has a size; without those figures that are zero always
     */
    static Optional<String> of(Result result) {
        var byName = new LinkedHashMap<String, List<Curve.Point>>();
        for (Summary figure : result.figures()) {
            Integer size = figure.size();
            if (size != null) {
                String title = figure.name() + " (" + figure.unit() + ")";
                byName.computeIfAbsent(title, _ -> new ArrayList<>())
                        .add(new Curve.Point(size, figure.least(), figure.median(), figure.most()));
            }
        }
        List<Curve> curves =
                byName.entrySet().stream()
                        .map(named -> new Curve(named.getKey(), named.getValue()))
                        .filter(Curve::isAnything)
                        .toList();
        return curves.isEmpty() ? Optional.empty() : Optional.of(drawn(result.scenario(), curves));
    }

    private static String drawn(String scenario, List<Curve> curves) {
        var fields = new StringBuilder();
        for (int i = 0; i < curves.size(); i++) {
            int x = i % COLUMNS * Curve.WIDTH;
            int y = i / COLUMNS * Curve.HEIGHT;
            fields.append(
                    String.format(
                            Locale.ROOT,
                            "<g transform=\"translate(%d %d)\">\n%s</g>\n",
                            x,
                            y,
                            curves.get(i).drawn()));
        }
        int rows = (curves.size() + COLUMNS - 1) / COLUMNS;
        return """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" font-family="sans-serif" font-size="12" role="img">
        <title>%s: over the size, logarithmic; median of the runs with the least and the most, from zero, and dashed what it was at first</title>
        <rect width="100%%" height="100%%" fill="#fff"/>
        %s</svg>
        """
                .formatted(COLUMNS * Curve.WIDTH, rows * Curve.HEIGHT, scenario, fields);
    }
}
