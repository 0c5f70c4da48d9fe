package org.lethe.bench.suite;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.lethe.acceptance.client.Json;
import org.lethe.bench.cost.ProcessorTime;
import org.lethe.stack.process.Child;
import org.lethe.stack.process.Executables;
import org.lethe.stack.process.Launch;
import org.lethe.stack.process.PartFailure;
import org.lethe.stack.process.Ports;
import org.lethe.stack.process.ProcessHost;

/** A relay with socket.io ({@code relay.mjs}), fetched from npm and run beside the suite. */
public final class SocketIoRelay implements AutoCloseable {

    private static final String FOLDER = "/peer/socket.io/";
    private static final List<String> FILES =
            List.of("package.json", "package-lock.json", "relay.mjs");
    private static final Duration FETCH = Duration.ofMinutes(2);
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration GRACE = Duration.ofSeconds(5);

    private static final Pattern NODE = Pattern.compile("v(\\d\\S*)");

    private final int port;
    private final Child process;
    private final Map<String, String> versions;

    private SocketIoRelay(int port, Child process, Map<String, String> versions) {
        this.port = port;
        this.process = process;
        this.versions = Map.copyOf(versions);
    }

    /**
     * @param host ends it with everything else
     * @return empty where there is no Node on this machine, or no registry in reach
     */
    static Optional<SocketIoRelay> start(ProcessHost host) {
        Optional<Path> node = Executables.find("node");
        Optional<Path> npm = Executables.find("npm");
        if (node.isEmpty() || npm.isEmpty()) {
            return Optional.empty();
        }
        Path folder = host.run().data("socket.io");
        try {
            for (String file : FILES) {
                copy(file, folder);
            }
            fetch(host, npm.get(), folder);
            return Optional.of(start(host, node.get(), folder));
        } catch (PartFailure e) {
            System.out.println("No socket.io to compare with: " + e.getMessage());
            return Optional.empty();
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

    private static void fetch(ProcessHost host, Path npm, Path folder) {
        if (!Files.isDirectory(folder.resolve("node_modules"))) {
            run(host, folder, npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund")
                    .awaitSuccess(FETCH);
        }
    }

    private static SocketIoRelay start(ProcessHost host, Path node, Path folder)
            throws IOException {
        int port = Ports.free();
        Child process = run(host, folder, node, "relay.mjs", Integer.toString(port));
        process.awaitReady(PATIENCE, () -> Ports.answers(port));
        return new SocketIoRelay(port, process, versions(node, folder));
    }

    private static Map<String, String> versions(Path node, Path folder) throws IOException {
        Path library = folder.resolve("node_modules/socket.io/package.json");
        var versions = new TreeMap<String, String>();
        versions.put("socket.io", Json.parse(Files.readString(library)).path("version").asText());
        Versions.told(NODE, node.toString(), "--version")
                .ifPresent(version -> versions.put("Node", version));
        return versions;
    }

    /** Its own and that of Node, by name. */
    Map<String, String> versions() {
        return versions;
    }

    /** With the environment as it is: npm is set up by it. */
    private static Child run(ProcessHost host, Path folder, Path program, String... arguments) {
        var command = new ArrayList<>(List.of(program.toString()));
        command.addAll(List.of(arguments));
        return host.start(new Launch("socket.io", command, System.getenv(), folder));
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** The processor time that it has used. */
    public Duration spent() {
        return ProcessorTime.of(process.pid());
    }

    @Override
    public void close() {
        process.stop(GRACE);
    }
}
