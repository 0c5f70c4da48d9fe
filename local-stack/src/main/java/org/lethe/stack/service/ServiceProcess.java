package org.lethe.stack.service;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lethe.stack.process.Child;
import org.lethe.stack.process.Executables;
import org.lethe.stack.process.HttpProbe;
import org.lethe.stack.process.Launch;
import org.lethe.stack.process.LinkedCopy;
import org.lethe.stack.process.PartFailure;
import org.lethe.stack.process.Ports;
import org.lethe.stack.process.ProcessHost;

/** One service, which can be killed and started again. */
public final class ServiceProcess {

    private static final Duration LIMIT = Duration.ofSeconds(90);
    private static final Duration GRACE = Duration.ofSeconds(10);

    private final ProcessHost host;
    private final ServiceKind kind;
    private final int port;
    private final Map<String, String> environment;
    private Path root;
    private @Nullable Child child;

    /**
     * @param root of the checkout; the service is run from its module's build
     * @param environment what the service is told of its surroundings
     */
    public ServiceProcess(
            ProcessHost host,
            ServiceKind kind,
            int port,
            Path root,
            Map<String, String> environment) {
        this.host = host;
        this.kind = kind;
        this.port = port;
        this.root = root;
        this.environment = Map.copyOf(environment);
    }

    public ServiceKind kind() {
        return kind;
    }

    /** Starts it and waits until it says that it is ready. */
    public void start() {
        launch();
        awaitReady();
    }

    /** Starts it without waiting. */
    public synchronized void launch() {
        if (child != null && child.alive()) {
            throw new IllegalStateException(kind.module() + " is running");
        }
        Ports.requireFree(kind.module(), port);
        Path temporary = host.run().data("temporary");
        List<String> command = command(snapshot().resolve("quarkus-run.jar"), temporary);
        child = host.start(new Launch(kind.module(), command, environment, temporary));
    }

    public void awaitReady() {
        child().awaitListening(port, LIMIT, this::ready);
    }

    /**
     * Starts it from another build without waiting, as a test does that breaks a copy.
     *
     * @param other a folder laid out as a checkout is
     */
    public synchronized void launchFrom(Path other) {
        root = other;
        launch();
    }

    /** Whether it says that it can work. */
    public boolean ready() {
        return HttpProbe.succeeds(readiness());
    }

    /** Where it says so. */
    public URI readiness() {
        return URI.create("http://127.0.0.1:" + port + "/q/health/ready");
    }

    /** Ends it as a crash would. */
    public void kill() {
        child().kill();
    }

    /** Ends it as an orderly stop does. */
    public void stop() {
        child().stop(GRACE);
    }

    public synchronized Child child() {
        if (child == null) {
            throw new PartFailure(kind.module(), "has not been started");
        }
        return child;
    }

    /** The build as it is now: a new one beside the running service takes nothing away from it. */
    private Path snapshot() {
        Path built = root.resolve(kind.module()).resolve("target/quarkus-app");
        if (!Files.exists(built.resolve("quarkus-run.jar"))) {
            throw new PartFailure(kind.module(), "is not built; ./lethe builds what is missing");
        }
        try {
            Path copy = Files.createTempDirectory(host.run().data("services"), kind.module() + "-");
            LinkedCopy.of(built, copy);
            return copy;
        } catch (IOException e) {
            throw new PartFailure(kind.module(), "its build can't be copied", e);
        }
    }

    private static List<String> command(Path jar, Path temporary) {
        var command = new ArrayList<String>();
        command.add(Executables.java());
        command.addAll(
                List.of(
                        "-Xms24m",
                        "-Xmx96m",
                        // What is forgotten is soon overwritten in a small young generation.
                        "-Xmn10m",
                        "-XX:MinHeapFreeRatio=10",
                        "-XX:MaxHeapFreeRatio=30",
                        "-XX:TrimNativeHeapInterval=10000",
                        "-Xss512k",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseCompactObjectHeaders",
                        // A heap dump would hold what is being worked on, in clear.
                        "-XX:-HeapDumpOnOutOfMemoryError",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-XX:-CreateCoredumpOnCrash",
                        "-XX:ErrorFile=/dev/null",
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-Djava.io.tmpdir=" + temporary,
                        "-Djava.util.logging.manager=org.jboss.logmanager.LogManager"));
        command.add("-jar");
        command.add(jar.toString());
        return command;
    }
}
