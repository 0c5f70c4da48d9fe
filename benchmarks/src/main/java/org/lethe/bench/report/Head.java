package org.lethe.bench.report;

import java.util.Map;

/**
 * What figures depend on, beside the suite itself.
 *
 * @param machine what it ran on, by name
 * @param jvm whose options the services were started with: {@code production} or {@code local}
 * @param quick whether it was only to show that it runs
 * @param options how much was asked for, by name
 */
public record Head(
        Map<String, String> machine, String jvm, boolean quick, Map<String, Integer> options) {

    public Head {
        machine = Map.copyOf(machine);
        options = Map.copyOf(options);
    }

    /** As a list of Markdown. */
    String text() {
        var text = new StringBuilder();
        machine.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(fact -> line(text, fact.getKey() + ": " + fact.getValue()));
        line(text, "JVM options: " + jvm);
        if (quick) {
            line(text, "`--quick`: it runs; its figures are good for nothing");
        }
        options.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(option ->
                        line(text, "`--" + option.getKey() + " " + option.getValue() + "`"));
        return text.toString();
    }

    private static void line(StringBuilder text, String fact) {
        text.append("- ").append(fact).append('\n');
    }
}
