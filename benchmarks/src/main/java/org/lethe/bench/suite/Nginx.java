package org.lethe.bench.suite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.lethe.acceptance.client.Pause;
import org.lethe.stack.process.Executables;
import org.lethe.stack.process.Http;
import org.lethe.stack.process.Ports;

/** An nginx of its own, as packaged, that takes files by PUT and gives them back. */
public final class Nginx implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** Where packages put it; not on the path of everybody. */
    private static final Path PACKAGED = Path.of("/usr/sbin/nginx");

    private final int port;
    private final Process process;

    private Nginx(int port, Process process) {
        this.port = port;
        this.process = process;
    }

    /**
     * Started, with its files in a folder that somebody else removes.
     *
     * @return empty where there is none on this machine, or none that takes files
     */
    static Optional<Nginx> start(Path folder) {
        return Executables.find("nginx")
                .or(() -> Optional.of(PACKAGED).filter(Files::isExecutable))
                .flatMap(program -> start(program, folder));
    }

    private static Optional<Nginx> start(Path program, Path folder) {
        int port = Ports.free();
        try {
            Files.createDirectories(folder.resolve("files"));
            Path configuration = folder.resolve("nginx.conf");
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
            Process process =
                    new ProcessBuilder(
                                    program.toString(),
                                    "-e",
                                    folder.resolve("errors").toString(),
                                    "-c",
                                    configuration.toString())
                            .redirectErrorStream(true)
                            .redirectOutput(folder.resolve("output").toFile())
                            .start();
            var nginx = new Nginx(port, process);
            if (Pause.until(PATIENCE, () -> Ports.answers(port) || !process.isAlive())
                    && nginx.takesFiles()) {
                return Optional.of(nginx);
            }
            nginx.close();
            System.out.println(
                    "No nginx to compare with: it does not start, or takes no files. "
                            + Files.readString(folder.resolve("output")));
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where a file goes, and comes from. */
    public URI file(int number) {
        return URI.create("http://127.0.0.1:" + port + "/" + number + ".txt");
    }

    /** As packaged it may lack the module for that. */
    private boolean takesFiles() {
        var request = HttpRequest.newBuilder(file(0)).PUT(BodyPublishers.ofString("x"));
        return Http.send("nginx", Http.PLAIN, request).statusCode() < 300;
    }

    @Override
    public void close() {
        process.destroy();
        try {
            var _ = process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
