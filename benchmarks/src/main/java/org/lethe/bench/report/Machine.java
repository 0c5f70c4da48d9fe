package org.lethe.bench.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The machine that measures, as far as it says something about figures. */
public final class Machine {

    private static final Pattern VERSION = Pattern.compile("^\\d+(\\.\\d+)?");

    private Machine() {}

    /** What it is, by name. */
    public static Map<String, String> facts() {
        return Map.of(
                "Java", Runtime.version().toString(),
                "processor", processor(),
                "processors", Integer.toString(Runtime.getRuntime().availableProcessors()),
                "system", system(System.getProperty("os.name"), System.getProperty("os.version")));
    }

    /** Without what follows the kernel's version: it says who built it, and for which host. */
    static String system(String name, String version) {
        Matcher number = VERSION.matcher(version);
        return number.find() ? name + " " + number.group() : name;
    }

    private static String processor() {
        try (var lines = Files.lines(Path.of("/proc/cpuinfo"))) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 2))
                    .findFirst()
                    .orElse("unknown");
        } catch (IOException e) {
            return "unknown";
        }
    }
}
