package org.lethe.stack.kafka;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.lethe.stack.process.PartFailure;
import org.lethe.stack.process.RunDirectory;

/**
 * A log directory as {@code StorageTool format} leaves it. It holds neither ports nor paths, so it
 * is made once and copied for every run, which saves the start of a JVM.
 */
final class FormattedLogs {

    private final Path template;

    private FormattedLogs(Path template) {
        this.template = template;
    }

    static FormattedLogs of(Path libraries, Path template) throws IOException {
        if (!Files.exists(template.resolve("meta.properties"))) {
            format(libraries, template);
        }
        return new FormattedLogs(template);
    }

    void copyTo(Path target) throws IOException {
        Files.createDirectories(target);
        try (var files = Files.list(template)) {
            for (Path file : files.toList()) {
                Files.copy(file, target.resolve(file.getFileName()));
            }
        }
    }

    private static void format(Path libraries, Path template) throws IOException {
        Path folder = Files.createDirectories(template.toAbsolutePath().getParent());
        Path unfinished = Files.createTempDirectory(folder, "format");
        Path logs = unfinished.resolve("logs");
        Path settings = unfinished.resolve("server.properties");
        Path output = unfinished.resolve("format.log");
        Files.writeString(settings, KafkaSettings.file(9092, 9093, logs));
        run(libraries, settings, output);
        try {
            Files.move(logs, template, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            // Another process has made it meanwhile, which is as good.
            if (!Files.exists(template.resolve("meta.properties"))) {
                throw e;
            }
        }
        RunDirectory.delete(unfinished);
    }

    private static void run(Path libraries, Path settings, Path output) throws IOException {
        var command =
                KafkaBroker.command(
                        libraries,
                        List.of(),
                        "kafka.tools.StorageTool",
                        "format",
                        "--cluster-id",
                        KafkaSettings.CLUSTER,
                        "--config",
                        settings.toString());
        Process process =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile())
                        .start();
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new PartFailure(
                        "kafka", "its log directory can't be formatted", output, null);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PartFailure("kafka", "interrupted", e);
        }
    }
}
