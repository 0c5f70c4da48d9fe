package org.lethe.stack.service;

import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.lethe.stack.layout.StackPaths;
import org.lethe.stack.process.AheadOfTime;
import org.lethe.stack.process.Child;
import org.lethe.stack.process.Http;
import org.lethe.stack.process.Launch;
import org.lethe.stack.process.PartFailure;
import org.lethe.stack.process.Ports;
import org.lethe.stack.process.ProcessHost;

/** One service, which can be killed and started again. */
public final class ServiceProcess {

    private static final Duration LIMIT = Duration.ofSeconds(90);
    private static final Duration GRACE = Duration.ofSeconds(10);
    private static final Pattern ADMITS = Pattern.compile("\"gate\"\\s*:\\s*\"open\"");

    private final ProcessHost host;
    private final ServiceInstance instance;
    private final int port;
    private final Path caches;
    private final JvmProfile jvm;
    private final Map<String, String> environment;
    private Path root;
    private @Nullable ServiceBuild copy;
    private @Nullable Child child;

    /**
     * @param paths of the checkout; the service is run from its module's build
     * @param environment what the service is told of its surroundings
     */
    public ServiceProcess(
            ProcessHost host,
            ServiceInstance instance,
            int port,
            StackPaths paths,
            JvmProfile jvm,
            Map<String, String> environment) {
        this.host = host;
        this.instance = instance;
        this.port = port;
        this.root = paths.root();
        this.caches = paths.services();
        this.jvm = jvm;
        this.environment = Map.copyOf(environment);
    }

    public ServiceInstance instance() {
        return instance;
    }

    /** As its process and its log are called. */
    public String name() {
        return instance.name();
    }

    /** Starts it once for the sake of later starts, if nobody has done so with this build. */
    public void train() {
        ServiceBuild build = build();
        AheadOfTime cache = build.cache(caches);
        if (cache.trained()) {
            return;
        }
        build.removeFormerCaches(caches);
        int port = Ports.free();
        var surroundings = new TreeMap<>(environment);
        surroundings.put(ServiceEnvironment.PORT, Integer.toString(port));
        cache.train(host, launch(build, List.of(), surroundings), port, () -> ready(port));
    }

    /** Starts it and waits until it says that it is ready. */
    public void start() {
        launch();
        awaitReady();
    }

    /** Starts it without waiting. */
    public synchronized void launch() {
        requireStartable();
        // Its own copy: a new build beside the running service takes nothing away from it.
        ServiceBuild build = build().copiedBelow(host.run().data("services"));
        copy = build;
        launch(build);
    }

    /**
     * Starts it again without waiting, from the copy that it ran from: where its module is built
     * there may be half of a new build.
     */
    public synchronized void launchAgain() {
        requireStartable();
        launch(Objects.requireNonNull(copy, "has not been started"));
    }

    private void requireStartable() {
        if (child != null && child.alive()) {
            throw new IllegalStateException(name() + " is running");
        }
        Ports.requireFree(name(), port);
    }

    private void launch(ServiceBuild build) {
        child = host.start(launch(build, build.cache(caches).flags(), environment));
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
        return ready(port);
    }

    private static boolean ready(int port) {
        return Http.succeeds(readiness(port));
    }

    /** Whether it says itself that it will never work again, and is to be started anew. */
    public boolean isStuck() {
        return Http.answers(at(port, "/q/health/live"), 503);
    }

    /**
     * Whether it takes new personal data. A service that was started looks first, and says no for
     * as long as what was due while it was away is not destroyed.
     */
    public boolean admits() {
        return ready() && ADMITS.matcher(health()).find();
    }

    /** What it gives to Prometheus; throws a {@link PartFailure} when it does not answer. */
    public String metrics() {
        return answer(at(port, "/q/metrics"));
    }

    private String health() {
        return answer(readiness(port));
    }

    private String answer(URI address) {
        return Http.send(name(), Http.PLAIN, HttpRequest.newBuilder(address)).body();
    }

    private static URI readiness(int port) {
        return at(port, "/q/health/ready");
    }

    private static URI at(int port, String path) {
        return URI.create("http://127.0.0.1:" + port + path);
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
            throw new PartFailure(name(), "has not been started");
        }
        return child;
    }

    private ServiceBuild build() {
        return ServiceBuild.of(root, instance.kind().module()).with(jvm);
    }

    private Launch launch(ServiceBuild build, List<String> flags, Map<String, String> variables) {
        Path temporary = host.run().data("temporary");
        return new Launch(name(), build.command(flags, temporary), variables, temporary);
    }
}
