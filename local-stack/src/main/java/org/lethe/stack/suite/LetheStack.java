package org.lethe.stack.suite;

import java.net.URI;
import java.net.http.HttpClient;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.lethe.stack.account.DemoAccounts;
import org.lethe.stack.certificate.LocalCertificate;
import org.lethe.stack.gateway.Gateway;
import org.lethe.stack.gateway.GatewaySettings;
import org.lethe.stack.gateway.Target;
import org.lethe.stack.keycloak.RealmTokens;
import org.lethe.stack.layout.StackPort;
import org.lethe.stack.layout.StackState;
import org.lethe.stack.process.Child;
import org.lethe.stack.process.ProcessHost;
import org.lethe.stack.process.RunDirectory;
import org.lethe.stack.service.ServiceEnvironment;
import org.lethe.stack.service.ServiceKind;
import org.lethe.stack.service.ServiceProcess;
import org.lethe.stack.site.DemoSite;

/**
 * The whole suite on this machine. Everything of it ends when it is closed, and when this process
 * ends in whatever way.
 */
public final class LetheStack implements AutoCloseable {

    private final StackSettings config;
    private final ProcessHost host;
    private final Optional<LocalCertificate> certificate;
    private final Map<ServiceKind, ServiceProcess> services = new EnumMap<>(ServiceKind.class);
    private final Infrastructure infrastructure;
    private volatile @Nullable Gateway gateway;
    private volatile @Nullable DemoSite site;

    private LetheStack(StackSettings config, ProcessHost host, Parallel parallel) {
        this.config = config;
        this.host = host;
        this.certificate =
                config.tls()
                        ? Optional.of(LocalCertificate.in(config.paths().certificates(), "gateway"))
                        : Optional.empty();
        this.infrastructure =
                new Infrastructure(
                        config.paths(),
                        config.ports(),
                        host,
                        URI.create(gatewayAddress() + "/auth"),
                        true,
                        parallel);
    }

    /** Starts all parts, waits until all are ready, and creates the demo accounts. */
    public static LetheStack start(StackSettings config) {
        config.ports().requireFree();
        var host = ProcessHost.start(RunDirectory.create(config.paths().runs()));
        return Parallel.whole(
                config.progress(),
                parallel -> new LetheStack(config, host, parallel),
                LetheStack::startAll,
                LetheStack::close);
    }

    private void startAll(Parallel parallel) {
        CompletableFuture<Gateway> door = parallel.start("gateway", this::startGateway);
        CompletableFuture<DemoSite> shop = parallel.start("demo site", this::startSite);
        infrastructure.awaitStores();
        ServiceEnvironment environment = infrastructure.environment(gatewayAddress());
        parallel.await(
                List.of(ServiceKind.values()).stream()
                        .map(kind -> service(kind, environment))
                        .map(service ->
                                parallel.start(service.kind().module(), () -> ready(service)))
                        .toList());
        parallel.await(List.of(door, shop));
        infrastructure.awaitAll();
        parallel.await(List.of(parallel.start("demo accounts", this::createAccounts)));
    }

    private static ServiceProcess ready(ServiceProcess service) {
        service.start();
        return service;
    }

    private ServiceProcess service(ServiceKind kind, ServiceEnvironment environment) {
        int port = config.ports().of(kind.port());
        var variables = new TreeMap<>(environment.of(kind, port));
        variables.putAll(config.settings().getOrDefault(kind, Map.of()));
        var service =
                new ServiceProcess(
                        host, kind, port, config.paths(), config.jvm(), Map.copyOf(variables));
        services.put(kind, service);
        return service;
    }

    private Gateway startGateway() {
        var targets = new EnumMap<Target, Integer>(Target.class);
        targets.put(Target.CHAT, config.ports().of(StackPort.CHAT));
        targets.put(Target.PRESENCE, config.ports().of(StackPort.PRESENCE));
        targets.put(Target.FILE, config.ports().of(StackPort.FILE));
        targets.put(Target.GDPR, config.ports().of(StackPort.GDPR));
        targets.put(Target.KEYCLOAK, config.ports().of(StackPort.KEYCLOAK));
        gateway =
                Gateway.start(
                        new GatewaySettings(
                                config.ports().of(StackPort.GATEWAY),
                                targets,
                                config.paths().web(),
                                certificate));
        return gateway;
    }

    private DemoSite startSite() {
        site =
                DemoSite.start(
                        config.ports().of(StackPort.SITE),
                        config.paths().web().resolve("demo"),
                        gatewayAddress(),
                        DemoAccounts.IDS);
        return site;
    }

    private List<String> createAccounts() {
        var tokens =
                new RealmTokens(infrastructure.realm(), infrastructure.keycloak().staffSecret());
        var builder = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1);
        certificate.map(LocalCertificate::clientContext).ifPresent(builder::sslContext);
        try (var client = builder.build()) {
            new DemoAccounts(client, gatewayAddress(), tokens, siteAddress()).create();
        }
        return DemoAccounts.IDS;
    }

    private URI gatewayAddress() {
        return GatewaySettings.address(config.ports().of(StackPort.GATEWAY), config.tls());
    }

    private URI siteAddress() {
        return URI.create("http://localhost:" + config.ports().of(StackPort.SITE));
    }

    /** What there is to know about it now. */
    public StackState state() {
        return infrastructure.describe(
                gatewayAddress(),
                siteAddress(),
                certificate.map(LocalCertificate::certificate).orElse(null));
    }

    /** Redis dies with all that it held, and is back empty. */
    public void loseRedis() {
        infrastructure.loseRedis();
    }

    /** One of the services, to be killed and started again by a test. */
    public ServiceProcess service(ServiceKind kind) {
        return Objects.requireNonNull(services.get(kind));
    }

    public Collection<ServiceProcess> services() {
        return List.copyOf(services.values());
    }

    /** The processes that run now. */
    public List<Child> children() {
        return host.children();
    }

    /** Whether the children would end if this process died. */
    public boolean guarded() {
        return host.guarded();
    }

    /** Stops the services first, while what they stand on is still there. */
    @Override
    public void close() {
        try (infrastructure) {
            closeInOrder();
        }
    }

    private void closeInOrder() {
        try {
            Optional.ofNullable(site).ifPresent(DemoSite::close);
            Optional.ofNullable(gateway).ifPresent(Gateway::close);
        } finally {
            stopServices();
        }
    }

    private void stopServices() {
        List<String> modules = services.keySet().stream().map(ServiceKind::module).toList();
        ProcessHost.stop(
                host.children().stream().filter(child -> modules.contains(child.name())).toList());
    }
}
