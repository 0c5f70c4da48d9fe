package org.lethe.bench.suite;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.lethe.acceptance.client.Pause;
import org.lethe.stack.process.Executables;
import org.lethe.stack.process.Ports;

/** A relay with socket.io ({@code relay.mjs}), fetched from npm and run beside the suite. */
public final class SocketIoRelay implements AutoCloseable {

    private static final String FOLDER = "/peer/socket.io/";
    private static final List<String> FILES =
            List.of("package.json", "package-lock.json", "relay.mjs");
    private static final Duration FETCH = Duration.ofMinutes(2);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final int port;
    private final Process process;

    private SocketIoRelay(int port, Process process) {
        this.port = port;
        this.process = process;
    }

    /**
     * Started, with its files in a folder that somebody else removes.
     *
     * @return empty where there is no Node on this machine, or no registry in reach
     */
    static Optional<SocketIoRelay> start(Path folder) {
        Optional<Path> node = Executables.find("node");
        Optional<Path> npm = Executables.find("npm");
        if (node.isEmpty() || npm.isEmpty()) {
            return Optional.empty();
        }
        try {
            Files.createDirectories(folder);
            for (String file : FILES) {
                copy(file, folder);
            }
            if (!isFetched(npm.get(), folder)) {
                System.out.println("No socket.io to compare with: npm could not fetch it.");
                return Optional.empty();
            }
            return Optional.of(start(node.get(), folder));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void copy(String file, Path folder) throws IOException {
        try (InputStream in =
                Objects.requireNonNull(SocketIoRelay.class.getResourceAsStream(FOLDER + file))) {
            Files.copy(in, folder.resolve(file), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static boolean isFetched(Path npm, Path folder) throws IOException {
        if (Files.isDirectory(folder.resolve("node_modules"))) {
            return true;
        }
        Process fetch =
                run(folder, npm.toString(), "ci", "--ignore-scripts", "--no-audit", "--no-fund");
        boolean isFetched = hasEnded(fetch, FETCH) && fetch.exitValue() == 0;
        fetch.destroyForcibly();
        return isFetched;
    }

    private static SocketIoRelay start(Path node, Path folder) throws IOException {
        int port = Ports.free();
        Process process = run(folder, node.toString(), "relay.mjs", Integer.toString(port));
        if (!Pause.until(PATIENCE, () -> Ports.answers(port) || !process.isAlive())
                || !process.isAlive()) {
            throw new IllegalStateException(
                    "the socket.io relay did not start: "
                            + Files.readString(folder.resolve("output")));
        }
        return new SocketIoRelay(port, process);
    }

    private static Process run(Path folder, String... command) throws IOException {
        return new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output").toFile())
                .start();
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** The processor time that it has used. */
    public Duration spent() {
        return process.toHandle().info().totalCpuDuration().orElse(Duration.ZERO);
    }

    @Override
    public void close() {
        process.destroy();
        var _ = hasEnded(process, PATIENCE);
    }

    private static boolean hasEnded(Process process, Duration patience) {
        try {
            return process.waitFor(patience.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
