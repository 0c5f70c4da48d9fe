package org.lethe.acceptance.deployment;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lethe.contracts.event.ServiceName;

/** What a service's sources ask of its settings, and what it is given. */
record ServiceSources(ServiceName service, String code, Properties settings, String deployment) {

    private static final Pattern MAPPING =
            Pattern.compile("@ConfigMapping\\(prefix = \"([^\"]+)\"\\)\\s+(?:public )?interface");
    private static final Pattern SETTING =
            Pattern.compile(
                    "[;{}/]\\s+((?:@[^;{}]*\\s)?)([A-Z]\\w*(?:<\\w+>)?|\\w+) (\\w+)\\(\\);");
    private static final Pattern CHANNEL = Pattern.compile("@(Incoming|Channel)\\(\"([^\"]+)\"\\)");

    static ServiceSources of(ServiceName service) {
        Path root = Manifest.root();
        Path main = root.resolve(service.code()).resolve("src/main");
        Path runtime = root.resolve("runtime/src/main");
        Path chart = root.resolve("helm/lethe/templates");
        return new ServiceSources(
                service,
                java(runtime) + java(main),
                properties(
                        runtime.resolve("resources/META-INF/microprofile-config.properties"),
                        main.resolve("resources/application.properties")),
                read(chart.resolve("_deployment.tpl"))
                        + read(chart.resolve("_parts.tpl"))
                        + read(chart.resolve(service.code()).resolve("deployment.yaml")));
    }

    /** The settings that the code has no default for. */
    List<String> required() {
        var required = new TreeSet<String>();
        Matcher mapping = MAPPING.matcher(code);
        while (mapping.find()) {
            int end = code.indexOf("\npackage ", mapping.end());
            String source = code.substring(mapping.end(), end < 0 ? code.length() : end);
            SETTING.matcher(source.replaceAll("(?s)/\\*\\*.*?\\*/", "/"))
                    .results()
                    .filter(setting -> !setting.group(1).contains("@WithDefault"))
                    .filter(setting -> isPlain(setting.group(2), source))
                    .forEach(setting ->
                            required.add(mapping.group(1) + "." + kebab(setting.group(3))));
        }
        return List.copyOf(required);
    }

    /** The channels that the code reads or writes, as in the names of their settings. */
    List<String> channels() {
        return CHANNEL.matcher(code)
                .results()
                .map(channel ->
                        channel.group(1).equals("Incoming")
                                ? "incoming." + channel.group(2)
                                : "outgoing." + channel.group(2))
                .distinct()
                .toList();
    }

    boolean has(String setting) {
        String variable = setting.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
        return settings.containsKey(setting)
                || Pattern.compile("name: " + variable + "\\b").matcher(deployment).find();
    }

    String get(String setting) {
        return settings.getProperty(setting, "");
    }

    /** An optional one may be left out; a group's own settings have defaults of their own. */
    private static boolean isPlain(String type, String mapping) {
        return !type.startsWith("Optional") && !mapping.contains("interface " + type + " {");
    }

    private static String kebab(String name) {
        return name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    private static String java(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .map(file -> "\n" + read(file))
                    .collect(Collectors.joining());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Properties properties(Path... files) {
        var properties = new Properties();
        try {
            for (Path file : files) {
                properties.load(new StringReader(read(file)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
