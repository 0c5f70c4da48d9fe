package org.lethe.bench.report;

import java.util.Map;
import java.util.TreeMap;

/**
 * What figures depend on, beside the suite itself.
 *
 * @param machine what it ran on, by name
 * @param versions of what took part, by name
 * @param jvm whose options the services were started with: {@code production} or {@code local}
 * @param through which way clients went to the services: {@code ports} or {@code gateway}
 * @param quick whether it was only to show that it runs
 * @param options how much was asked for, by name
 * @param command that asks for the same again
 */
public record Head(
        Map<String, String> machine,
        Map<String, String> versions,
        String jvm,
        String through,
        boolean quick,
        Map<String, Integer> options,
        String command) {

    public Head {
        machine = Map.copyOf(machine);
        versions = Map.copyOf(versions);
        options = Map.copyOf(options);
    }

    /** As a list of Markdown. */
    String text() {
        var text = new StringBuilder();
        lines(text, machine);
        lines(text, versions);
        line(text, "JVM options: " + jvm);
        line(text, "through: " + through);
        if (quick) {
            line(text, "`--quick`: it runs; its figures are good for nothing");
        }
        line(text, "`" + command + "`");
        return text.toString();
    }

    private static void lines(StringBuilder text, Map<String, String> facts) {
        new TreeMap<>(facts).forEach((name, fact) -> line(text, name + ": " + fact));
    }

    private static void line(StringBuilder text, String fact) {
        text.append("- ").append(fact).append('\n');
    }
}
