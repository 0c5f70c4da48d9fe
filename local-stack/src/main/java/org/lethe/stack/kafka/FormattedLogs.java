package org.lethe.stack.kafka;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.lethe.stack.process.Launch;
import org.lethe.stack.process.ProcessHost;
import org.lethe.stack.process.UnfinishedFolder;

/**
 * A log directory as {@code StorageTool format} leaves it. It holds neither ports nor paths, so it
 * is made once and copied for every run, which saves the start of a JVM.
 */
final class FormattedLogs {

    private static final Duration LIMIT = Duration.ofMinutes(1);

    private FormattedLogs() {}

    /**
     * @param template where it is kept; made if it is not there
     */
    static void copy(ProcessHost host, Path libraries, Path template, Path target)
            throws IOException {
        if (!Files.exists(template.resolve("meta.properties"))) {
            format(host, libraries, template);
        }
        Files.createDirectories(target);
        try (var files = Files.list(template)) {
            for (Path file : files.toList()) {
                Files.copy(file, target.resolve(file.getFileName()));
            }
        }
    }

    private static void format(ProcessHost host, Path libraries, Path template) throws IOException {
        try (var unfinished = UnfinishedFolder.beside(template)) {
            Path logs = unfinished.path().resolve("logs");
            Path settings = unfinished.path().resolve("server.properties");
            Files.writeString(settings, KafkaSettings.file(9092, 9093, logs));
            host.start(
                            new Launch(
                                    "kafka-format",
                                    command(libraries, settings),
                                    Map.of(),
                                    unfinished.path()))
                    .awaitSuccess(LIMIT);
            unfinished.finish(logs, template);
        }
    }

    private static List<String> command(Path libraries, Path settings) {
        return KafkaBroker.command(
                libraries,
                List.of(),
                "kafka.tools.StorageTool",
                "format",
                "--cluster-id",
                KafkaSettings.CLUSTER,
                "--config",
                settings.toString());
    }
}
