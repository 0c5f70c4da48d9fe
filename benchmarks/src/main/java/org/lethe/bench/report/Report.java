package org.lethe.bench.report;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** All results of a call. */
public record Report(Head head, List<Result> results) {

    public Report {
        results = List.copyOf(results);
    }

    /** For a terminal, and as Markdown at the same time. */
    public String text() {
        var text = new StringBuilder("\n").append(head.text());
        for (Result result : results) {
            text.append("\n## ").append(result.scenario()).append("\n\n").append(result.text());
        }
        return text.toString();
    }

    /** Writes each scenario's own files, and leaves those of all others as they are. */
    public void write(Path folder) {
        results.forEach(result -> new Sheet(head, result).write(folder));
    }

    /** Three digits, as more would be of the noise. */
    static String shown(double value) {
        if (value == 0) {
            return "0";
        }
        double size = Math.abs(value);
        int digits = size >= 100 ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : 3;
        return String.format(Locale.ROOT, "%." + digits + "f", value);
    }
}
