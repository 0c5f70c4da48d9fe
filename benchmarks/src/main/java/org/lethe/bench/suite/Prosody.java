package org.lethe.bench.suite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.lethe.bench.cost.ProcessorTime;
import org.lethe.stack.process.Child;
import org.lethe.stack.process.Executables;
import org.lethe.stack.process.Http;
import org.lethe.stack.process.Launch;
import org.lethe.stack.process.PartFailure;
import org.lethe.stack.process.Ports;
import org.lethe.stack.process.ProcessHost;
import org.lethe.stack.process.RunDirectory;

/**
 * A Prosody of its own, as packaged, with as few modules as a message between two sessions takes:
 * no archive, no limits, no TLS, no other servers, nothing on the disk.
 */
public final class Prosody implements AutoCloseable {

    private static final String DOMAIN = "chats.example";
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration GRACE = Duration.ofSeconds(10);

    /** Whatever its other program says before it of libraries that it misses. */
    private static final Pattern VERSION = Pattern.compile("^Prosody (\\d\\S*)", Pattern.MULTILINE);

    private final int port;
    private final Path folder;
    private final Child process;

    private Prosody(int port, Path folder, Child process) {
        this.port = port;
        this.folder = folder;
        this.process = process;
    }

    /**
     * @param host ends it with everything else
     * @return empty where there is none on this machine, or none that speaks over WebSocket
     */
    static Optional<Prosody> start(ProcessHost host) {
        Optional<Path> program = Executables.find("prosody");
        if (program.isEmpty()) {
            System.out.println("No Prosody to compare with: this machine has none.");
        }
        return program.flatMap(found -> start(found, host));
    }

    private static Optional<Prosody> start(Path program, ProcessHost host) {
        Path folder = host.run().data("prosody");
        int port = Ports.free();
        Path configuration = configure(folder, port);
        var command = List.of(program.toString(), "-F", "--config", configuration.toString());
        var prosody =
                new Prosody(
                        port, folder, host.start(new Launch("prosody", command, Map.of(), folder)));
        try {
            prosody.process.awaitReady(PATIENCE, () -> Http.succeeds(prosody.address()));
            return Optional.of(prosody);
        } catch (PartFailure e) {
            prosody.close();
            System.out.println("No Prosody to compare with: " + e.getMessage());
            return Optional.empty();
        }
    }

    private static Path configure(Path folder, int port) {
        try {
            return Files.writeString(
                    folder.resolve("prosody.cfg.lua"),
                    """
                    data_path = "%1$s"
                    log = { { levels = { min = "warn" }, to = "console" } }
                    run_as_root = true -- as in containers
                    modules_enabled = { "saslauth", "websocket" }
                    modules_disabled = { "offline", "s2s", "s2s_auth_certs" }
                    storage = "memory"
                    authentication = "anonymous"
                    c2s_ports = {}
                    http_interfaces = { "127.0.0.1" }
                    http_ports = { %2$d }
                    https_ports = {}
                    network_settings = { nagle = false } -- as Node has it for the relay
                    consider_websocket_secure = true
                    VirtualHost "%3$s"
                    http_host = "127.0.0.1"
                    """
                            .formatted(folder, port, DOMAIN));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where it speaks over WebSocket. */
    public URI address() {
        return URI.create("http://127.0.0.1:" + port + "/xmpp-websocket");
    }

    /** Of all who sign in. */
    public String domain() {
        return DOMAIN;
    }

    /** Empty where its other program is missing. */
    static Optional<String> version() {
        return Versions.told(VERSION, "prosodyctl", "about");
    }

    /** The processor time that it has used. */
    public Duration spent() {
        return ProcessorTime.of(process.pid());
    }

    @Override
    public void close() {
        process.stop(GRACE);
        try {
            RunDirectory.delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
