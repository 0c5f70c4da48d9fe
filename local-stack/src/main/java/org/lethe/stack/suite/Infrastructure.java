package org.lethe.stack.suite;

import static java.util.stream.Collectors.toMap;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.lethe.privacy.seal.SuiteSecrets;
import org.lethe.stack.certificate.ProcessorFiles;
import org.lethe.stack.dns.HostNameServer;
import org.lethe.stack.geo.GeoFiles;
import org.lethe.stack.inbox.Inbox;
import org.lethe.stack.kafka.KafkaBroker;
import org.lethe.stack.keycloak.KeycloakServer;
import org.lethe.stack.layout.StackPaths;
import org.lethe.stack.layout.StackPort;
import org.lethe.stack.layout.StackPorts;
import org.lethe.stack.layout.StackState;
import org.lethe.stack.process.Child;
import org.lethe.stack.process.ProcessHost;
import org.lethe.stack.process.RunDirectory;
import org.lethe.stack.redis.RedisAccess;
import org.lethe.stack.redis.RedisBinary;
import org.lethe.stack.redis.RedisServer;
import org.lethe.stack.service.ServiceEnvironment;

/** What the services stand on: Redis, Kafka, Keycloak, a mail server, a name server, secrets. */
public final class Infrastructure implements AutoCloseable {

    private final Parallel parallel;
    private final StackPaths paths;
    private final StackPorts ports;
    private final ProcessHost host;
    private final URI signIn;
    private final Path secrets;
    private final CompletableFuture<RedisServer> redis;
    private final CompletableFuture<KafkaBroker> kafka;
    private final CompletableFuture<KeycloakServer> keycloak;
    private final CompletableFuture<Inbox> inbox;
    private final CompletableFuture<HostNameServer> names;
    private final CompletableFuture<Optional<String>> geo;

    /**
     * Starts every part side by side, without waiting for them.
     *
     * @param signIn where browsers find Keycloak, such as {@code http://localhost:8080/auth}
     * @param withKeycloak else a service starts, but nobody can sign in
     */
    Infrastructure(
            StackPaths paths,
            StackPorts ports,
            ProcessHost host,
            URI signIn,
            boolean withKeycloak,
            Parallel parallel) {
        this.parallel = parallel;
        this.paths = paths;
        this.ports = ports;
        this.host = host;
        this.signIn = signIn;
        this.secrets = host.run().data("secrets");
        redis = parallel.start("redis", this::startRedis);
        kafka = parallel.start("kafka", this::startKafka);
        keycloak =
                withKeycloak
                        ? parallel.start("keycloak", this::startKeycloak)
                        : CompletableFuture.failedFuture(
                                new IllegalStateException("nobody can sign in here"));
        inbox = parallel.start("inbox", this::startInbox);
        names = parallel.start("name server", () -> HostNameServer.start(ports.of(StackPort.DNS)));
        geo = parallel.start("geo data", () -> GeoFiles.prepare(host, paths.geo()));
        SuiteSecrets.generate(secrets);
        ProcessorFiles.write(paths.certificates(), secrets);
    }

    /** All of it on free ports and without the services, for tests that bring their own. */
    public static Infrastructure standalone(StackPaths paths, Progress progress) {
        StackPorts ports = StackPorts.free();
        var host = ProcessHost.start(RunDirectory.create(paths.runs()));
        var signIn = URI.create("http://localhost:" + ports.of(StackPort.GATEWAY) + "/auth");
        return Parallel.whole(
                progress,
                parallel -> new Infrastructure(paths, ports, host, signIn, true, parallel),
                (whole, parallel) -> whole.awaitAll(),
                Infrastructure::close);
    }

    private RedisServer startRedis() {
        return RedisServer.start(host, RedisBinary.find(paths.state()), ports.of(StackPort.REDIS));
    }

    private KafkaBroker startKafka() {
        return KafkaBroker.start(
                host,
                paths.kafkaLibraries(),
                paths.kafka(),
                ports.of(StackPort.KAFKA),
                ports.of(StackPort.KAFKA_CONTROLLER));
    }

    private KeycloakServer startKeycloak() {
        return KeycloakServer.start(
                host,
                paths.keycloak(),
                paths.keycloakDistribution(),
                ports.of(StackPort.KEYCLOAK),
                signIn);
    }

    private Inbox startInbox() {
        return Inbox.start(
                ports.of(StackPort.SMTP), ports.of(StackPort.INBOX), paths.certificates());
    }

    /** The processes of the parts that run. */
    public List<Child> children() {
        return host.children();
    }

    /** Waits for what a service needs to start; Keycloak may come later. */
    void awaitStores() {
        parallel.await(List.of(redis, kafka, inbox, names, geo));
        Parallel.result(geo).ifPresent(reason -> parallel.progress().note(reason));
    }

    void awaitAll() {
        parallel.await(List.of(redis, kafka, inbox, names, geo, keycloak));
    }

    public RedisServer redis() {
        return Parallel.result(redis);
    }

    /** Redis dies with all that it held, as it does with its machine, and is back empty. */
    public void loseRedis() {
        redis.obtrudeValue(redis().lost(host));
    }

    public KafkaBroker kafka() {
        return Parallel.result(kafka);
    }

    public KeycloakServer keycloak() {
        return Parallel.result(keycloak);
    }

    public Inbox inbox() {
        return Parallel.result(inbox);
    }

    /** The realm as services reach it, known before it is there. */
    URI realm() {
        return KeycloakServer.realm(ports.of(StackPort.KEYCLOAK));
    }

    URI issuer() {
        return KeycloakServer.issuer(signIn);
    }

    /** What the services are told of these parts. */
    ServiceEnvironment environment(URI gateway) {
        return new ServiceEnvironment(
                gateway,
                redis().uri(),
                redis().access(),
                kafka().address(),
                realm(),
                issuer(),
                secrets,
                ports.of(StackPort.SMTP),
                inbox().certificate(),
                host.run().data("files"),
                paths.geo(),
                ports.of(StackPort.DNS));
    }

    /** What there is to know about the parts, where no suite stands on them. */
    public StackState state() {
        return describe(null, null, null);
    }

    /** What there is to know about the parts; waits for all of them. */
    StackState describe(@Nullable URI gateway, @Nullable URI site, @Nullable Path certificate) {
        RunDirectory run = host.run();
        return new StackState(
                ProcessHandle.current().pid(),
                run.path(),
                gateway,
                site,
                URI.create("http://localhost:" + ports.of(StackPort.INBOX)),
                certificate,
                describeRedis(),
                new StackState.Kafka(kafka().address(), kafka().directory()),
                new StackState.Keycloak(
                        realm(), issuer(), keycloak().directory(), keycloak().staffSecret()),
                new StackState.Mail(ports.of(StackPort.SMTP), inbox().certificate()),
                ports.of(StackPort.DNS),
                secrets,
                run.data("files"),
                run.data("temporary"),
                paths.geo(),
                ports.byName(),
                host.children().stream().collect(toMap(Child::name, Child::pid)),
                host.children().stream().collect(toMap(Child::name, Child::log)));
    }

    private StackState.Redis describeRedis() {
        RedisAccess access = redis().access();
        return new StackState.Redis(
                redis().uri(),
                new StackState.Redis.User(RedisAccess.SERVICE, access.servicePassword()),
                new StackState.Redis.User(RedisAccess.ADMIN, access.adminPassword()));
    }

    /** Stops what has been started, even if not all of it has. */
    @Override
    public void close() {
        try (host) {
            ifStarted(inbox, Inbox::close);
            ifStarted(names, HostNameServer::close);
        }
    }

    private static <T> void ifStarted(CompletableFuture<T> part, Consumer<T> action) {
        if (part.isDone() && !part.isCompletedExceptionally()) {
            action.accept(part.join());
        }
    }
}
