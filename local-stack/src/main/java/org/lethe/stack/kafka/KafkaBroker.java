package org.lethe.stack.kafka;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.lethe.stack.process.AheadOfTime;
import org.lethe.stack.process.Child;
import org.lethe.stack.process.Executables;
import org.lethe.stack.process.Launch;
import org.lethe.stack.process.PartFailure;
import org.lethe.stack.process.Ports;
import org.lethe.stack.process.ProcessHost;

/**
 * One KRaft broker that is its own controller.
 *
 * @param directory where the records are
 */
public record KafkaBroker(Child child, int port, Path directory) {

    private static final String NAME = "kafka";
    private static final String MAIN = "kafka.Kafka";
    private static final String LOGS = "logs";
    private static final Duration LIMIT = Duration.ofSeconds(60);

    /** A short life on a small heap: quick compilation, one collector thread, no second heap. */
    private static final List<String> JVM =
            List.of(
                    "-Xmx192m",
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "-XX:+UseCompactObjectHeaders",
                    "-XX:-HeapDumpOnOutOfMemoryError",
                    "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
                    "-Dorg.slf4j.simpleLogger.showDateTime=true");

    /**
     * Starts the broker, waits until it answers, and creates the topics.
     *
     * @param libraries the folder with the broker's jars
     * @param template where a formatted log directory is kept between runs
     */
    public static KafkaBroker start(
            ProcessHost host, Path libraries, Path template, int port, int controllerPort) {
        Ports.requireFree(NAME, port);
        Ports.requireFree("kafka controller", controllerPort);
        AheadOfTime cache = prepare(host, libraries, template);
        Path data = host.run().data(NAME);
        Path settings = settings(host, libraries, template, data, port, controllerPort);
        var command = command(libraries, cache.flags(), MAIN, settings.toString());
        Child child = host.start(new Launch(NAME, command, Map.of(), data));
        child.awaitListening(port, LIMIT, () -> true);
        var broker = new KafkaBroker(child, port, data.resolve(LOGS));
        try {
            Topics.create(broker.address());
        } catch (PartFailure e) {
            throw child.failure("the topics can't be created");
        }
        return broker;
    }

    /** Makes what every start takes for granted, where it is not there yet. */
    public static AheadOfTime prepare(ProcessHost host, Path libraries, Path template) {
        AheadOfTime cache = cache(template);
        if (!cache.trained()) {
            train(host, libraries, template, cache);
        }
        return cache;
    }

    /** What clients are given as bootstrap server. */
    public String address() {
        return "127.0.0.1:" + port;
    }

    /** One for each version of broker and JVM. */
    private static AheadOfTime cache(Path template) {
        String name = template.getFileName() + "-on-" + Runtime.version() + ".aot";
        return new AheadOfTime(template.resolveSibling(name));
    }

    private static void train(ProcessHost host, Path libraries, Path template, AheadOfTime cache) {
        int port = Ports.free();
        Path data = host.run().data("kafka-training");
        Path settings = settings(host, libraries, template, data, port, Ports.free());
        List<String> command = command(libraries, List.of(), MAIN, settings.toString());
        cache.train(
                host, new Launch(NAME, command, Map.of(), data), port, () -> topicsCreated(port));
    }

    private static boolean topicsCreated(int port) {
        Topics.create("127.0.0.1:" + port);
        return true;
    }

    /** Lays out a broker's folder; gives its settings. */
    private static Path settings(
            ProcessHost host,
            Path libraries,
            Path template,
            Path data,
            int port,
            int controllerPort) {
        Path logs = data.resolve(LOGS);
        Path settings = data.resolve("server.properties");
        try {
            FormattedLogs.copy(host, libraries, template, logs);
            Files.writeString(settings, KafkaSettings.file(port, controllerPort, logs));
            return settings;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<String> command(
            Path libraries, List<String> flags, String main, String... arguments) {
        var command = new ArrayList<String>();
        command.add(Executables.java());
        command.addAll(JVM);
        command.addAll(flags);
        command.add("-cp");
        command.add(classPath(libraries));
        command.add(main);
        command.addAll(List.of(arguments));
        return command;
    }

    /** In a fixed order: the cache counts for one class path only. */
    private static String classPath(Path libraries) {
        try (var files = Files.list(libraries)) {
            return files.map(Path::toString).sorted().collect(Collectors.joining(":"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
