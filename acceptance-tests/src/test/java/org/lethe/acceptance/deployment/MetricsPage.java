package org.lethe.acceptance.deployment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The names of metrics, as docs/metrics.md has them and as services and alerts write them. */
final class MetricsPage {

    /** A row of a table, which begins with the metric's name. */
    private static final Pattern ROW = Pattern.compile("^\\| `([a-z_:]+)` \\|", Pattern.MULTILINE);

    private static final Pattern FAMILY =
            Pattern.compile("^# TYPE (\\S+) (\\S+)$", Pattern.MULTILINE);
    private static final String TOTAL = "_total";

    /** All metrics of alerts have braces. */
    private static final Pattern IN_EXPRESSION = Pattern.compile("([a-z_:]+)\\{");

    private static final Pattern PART_OF_HISTOGRAM = Pattern.compile("_(bucket|count|sum|max)$");

    private MetricsPage() {}

    static Set<String> names() {
        try {
            return names(ROW, Files.readString(Manifest.root().resolve("docs/metrics.md")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Of what a service gives to Prometheus; OpenMetrics names counters without their ending. */
    static Set<String> given(String exposition) {
        return FAMILY.matcher(exposition)
                .results()
                .map((MatchResult found) ->
                        found.group(2).equals("counter")
                                ? found.group(1).replaceFirst(TOTAL + "$", "") + TOTAL
                                : PART_OF_HISTOGRAM.matcher(found.group(1)).replaceFirst(""))
                .collect(Collectors.toSet());
    }

    static Set<String> used(String expression) {
        return names(IN_EXPRESSION, expression);
    }

    private static Set<String> names(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map((MatchResult found) -> found.group(1))
                .map(name -> PART_OF_HISTOGRAM.matcher(name).replaceFirst(""))
                .collect(Collectors.toSet());
    }
}
