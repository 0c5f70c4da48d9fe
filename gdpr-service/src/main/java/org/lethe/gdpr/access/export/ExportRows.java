package org.lethe.gdpr.access.export;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lethe.contracts.Coded;
import org.lethe.contracts.retention.Category;

/**
 * Makes lines of the export's JSON, of all of it: what is new in a slot is shown by its name, with
 * no change here.
 */
final class ExportRows {

    /** Fields that only ever hold a time of the suite; elsewhere somebody may have written one. */
    static final Set<String> TIMES = Set.of("at", "since", "due", "latest", "started", "ended");

    /** Fields whose values are codes of the suite, and never somebody's words. */
    static final Set<String> CODES =
            Set.of("category", "role", "from", "kind", "state", "reason", "type");

    private static final String DETAILS = "details";

    private final ExportWords words;
    private final List<ExportRow> rows = new ArrayList<>();

    private ExportRows(ExportWords words) {
        this.words = words;
    }

    /** The lines of an item, such as a visit. */
    static List<ExportRow> of(JsonNode item, ExportWords words) {
        var lines = new ExportRows(words);
        lines.fields(item, 0, true);
        return List.copyOf(lines.rows);
    }

    /**
     * @param ours whether the names of the fields are the suite's, and not a site's
     */
    private void fields(JsonNode object, int depth, boolean ours) {
        object.properties()
                .forEach(field -> {
                    String name = field.getKey();
                    String label = ours ? words.label(name) : name;
                    if (ours && name.equals("retention")) {
                        retention(label, field.getValue(), object.path("since"), depth);
                    } else {
                        value(name, label, field.getValue(), depth, ours);
                    }
                });
    }

    private void value(String name, String label, JsonNode value, int depth, boolean ours) {
        if (value.isObject()) {
            rows.add(new ExportRow(depth, label, ""));
            fields(value, depth + 1, ours && !name.equals(DETAILS));
        } else if (value.isArray()) {
            elements(name, label, value, depth, ours);
        } else {
            rows.add(new ExportRow(depth, label, ours ? told(name, value) : value.asText()));
        }
    }

    private void elements(String name, String label, JsonNode array, int depth, boolean ours) {
        if (array.isEmpty()) {
            return;
        }
        rows.add(new ExportRow(depth, label, ""));
        int number = 1;
        for (JsonNode element : array) {
            value(name, number + ".", element, depth + 1, ours);
            number++;
        }
    }

    /** The rule is said in the words that the widget says it in. */
    private void retention(String label, JsonNode retention, JsonNode since, int depth) {
        rows.add(new ExportRow(depth, label, ""));
        Optional<String> rule =
                Coded.find(Category.class, retention.path("category").asText())
                        .flatMap(category ->
                                words.rule(category, most(since, retention.path("due"))));
        retention
                .properties()
                .forEach(field -> {
                    String name = field.getKey();
                    String told = told(name, field.getValue());
                    rows.add(
                            new ExportRow(
                                    depth + 1,
                                    words.label(name),
                                    name.equals("rule") ? rule.orElse(told) : told));
                });
    }

    private static Duration most(JsonNode since, JsonNode due) {
        return time(since)
                .flatMap(from -> time(due).map(until -> Duration.between(from, until)))
                .orElse(Duration.ZERO);
    }

    private String told(String name, JsonNode value) {
        if (value.isBoolean() || CODES.contains(name)) {
            return words.code(value.asText());
        }
        if (name.equals("slot")) {
            return words.label(value.asText());
        }
        if (name.equals("letterDeadline")) {
            return span(value.asText());
        }
        return TIMES.contains(name)
                ? time(value).map(words::time).orElseGet(value::asText)
                : value.asText();
    }

    private String span(String duration) {
        try {
            return words.span(Duration.parse(duration));
        } catch (DateTimeException _) {
            return duration;
        }
    }

    private static Optional<Instant> time(JsonNode value) {
        try {
            return Optional.of(Instant.parse(value.asText()));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }
}
