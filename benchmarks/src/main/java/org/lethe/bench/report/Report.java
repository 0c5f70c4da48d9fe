package org.lethe.bench.report;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * All results of a call.
 *
 * @param machine what it ran on, by name
 * @param options what was asked for, by name
 */
public record Report(
        Map<String, String> machine, Map<String, Integer> options, List<Result> results) {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    public Report {
        machine = Map.copyOf(machine);
        options = Map.copyOf(options);
        results = List.copyOf(results);
    }

    /** For a terminal, and as Markdown at the same time. */
    public String table() {
        var text = new StringBuilder();
        for (Result result : results) {
            text.append("\n## ").append(result.scenario()).append("\n\n");
            text.append(result.question()).append("\n\n");
            text.append("| figure | median | least | most | unit |\n");
            text.append("| --- | ---: | ---: | ---: | --- |\n");
            for (Summary figure : result.figures()) {
                text.append(
                        "| %s | %s | %s | %s | %s |\n"
                                .formatted(
                                        figure.name(),
                                        shown(figure.median()),
                                        shown(figure.least()),
                                        shown(figure.most()),
                                        figure.unit()));
            }
        }
        return text.toString();
    }

    /** Writes {@code bench.md}, {@code bench.json} and {@code bench.svg}. */
    public void write(Path folder) {
        try {
            Files.createDirectories(folder);
            Files.writeString(
                    folder.resolve("bench.md"),
                    "# Measured by `./lethe bench`\n" + facts() + table());
            Files.writeString(folder.resolve("bench.json"), JSON.writeValueAsString(this) + "\n");
            Files.writeString(folder.resolve("bench.svg"), Picture.of(results));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String facts() {
        var text = new StringBuilder("\n");
        machine.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(fact ->
                        text.append("- ")
                                .append(fact.getKey())
                                .append(": ")
                                .append(fact.getValue())
                                .append('\n'));
        options.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(option ->
                        text.append("- `--")
                                .append(option.getKey())
                                .append(' ')
                                .append(option.getValue())
                                .append("`\n"));
        return text.toString();
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
