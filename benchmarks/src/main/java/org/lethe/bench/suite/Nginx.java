package org.lethe.bench.suite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.lethe.stack.process.Child;
import org.lethe.stack.process.Executables;
import org.lethe.stack.process.Http;
import org.lethe.stack.process.Launch;
import org.lethe.stack.process.PartFailure;
import org.lethe.stack.process.Ports;
import org.lethe.stack.process.ProcessHost;

/** An nginx of its own, as packaged, that takes files by PUT and gives them back. */
public final class Nginx implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** Where packages put it; not on the path of everybody. */
    private static final Path PACKAGED = Path.of("/usr/sbin/nginx");

    private static final Pattern VERSION = Pattern.compile("nginx/(\\d\\S*)");

    private final Path program;
    private final int port;
    private final Child process;

    private Nginx(Path program, int port, Child process) {
        this.program = program;
        this.port = port;
        this.process = process;
    }

    /**
     * @param host ends it with everything else
     * @return empty where there is none on this machine, or none that takes files
     */
    static Optional<Nginx> start(ProcessHost host) {
        return Executables.find("nginx")
                .or(() -> Optional.of(PACKAGED).filter(Files::isExecutable))
                .flatMap(program -> start(program, host));
    }

    private static Optional<Nginx> start(Path program, ProcessHost host) {
        Path folder = host.run().data("nginx");
        int port = Ports.free();
        Path configuration = folder.resolve("nginx.conf");
        try {
            Files.createDirectories(folder.resolve("files"));
            Files.writeString(
                    configuration,
                    """
                    daemon off;
                    user %1$s;
                    pid %2$s/pid;
                    error_log %2$s/errors;
                    worker_processes auto;
                    events {}
                    http {
                      access_log off;
                      sendfile on;
                      client_max_body_size 0;
                      client_body_temp_path %2$s/parts;
                      server {
                        listen 127.0.0.1:%3$d;
                        root %2$s/files;
                        location / { dav_methods PUT; }
                      }
                    }
                    """
                            .formatted(System.getProperty("user.name"), folder, port));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var command =
                List.of(
                        program.toString(),
                        "-e",
                        folder.resolve("errors").toString(),
                        "-c",
                        configuration.toString());
        var nginx =
                new Nginx(
                        program, port, host.start(new Launch("nginx", command, Map.of(), folder)));
        try {
            nginx.process.awaitReady(PATIENCE, () -> Ports.answers(port));
            nginx.requireThatFilesAreTaken();
            return Optional.of(nginx);
        } catch (PartFailure e) {
            nginx.close();
            System.out.println("No nginx to compare with: " + e.getMessage());
            return Optional.empty();
        }
    }

    /** Where a file goes, and comes from. */
    public URI file(int number) {
        return URI.create("http://127.0.0.1:" + port + "/" + number + ".txt");
    }

    Optional<String> version() {
        return Versions.told(VERSION, program.toString(), "-v");
    }

    /** As packaged it may lack the module for that. */
    private void requireThatFilesAreTaken() {
        var request = HttpRequest.newBuilder(file(0)).PUT(BodyPublishers.ofString("x"));
        if (Http.send("nginx", Http.PLAIN, request).statusCode() >= 300) {
            throw process.failure("takes no files");
        }
    }

    @Override
    public void close() {
        process.stop(PATIENCE);
    }
}
