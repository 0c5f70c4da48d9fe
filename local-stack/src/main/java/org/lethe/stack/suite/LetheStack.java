package org.lethe.stack.suite;

import java.net.URI;
import java.net.http.HttpClient;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
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
import org.lethe.stack.process.Ports;
import org.lethe.stack.process.ProcessHost;
import org.lethe.stack.process.RunDirectory;
import org.lethe.stack.service.ServiceEnvironment;
import org.lethe.stack.service.ServiceInstance;
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
    private final Map<ServiceInstance, Integer> instances;
    private final Map<ServiceInstance, ServiceProcess> services = new ConcurrentHashMap<>();
    private final Infrastructure infrastructure;
    private volatile @Nullable Gateway gateway;
    private volatile @Nullable DemoSite site;

    private LetheStack(StackSettings config, ProcessHost host, Parallel parallel) {
        this.config = config;
        this.host = host;
        this.instances = instances(config);
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
                instances.keySet().stream()
                        .map(instance -> service(instance, environment))
                        .map(service -> parallel.start(service.name(), () -> ready(service)))
                        .toList());
        parallel.await(List.of(door, shop));
        infrastructure.awaitAll();
        parallel.await(List.of(parallel.start("demo accounts", this::createAccounts)));
    }

    private static ServiceProcess ready(ServiceProcess service) {
        service.start();
        return service;
    }

    private ServiceProcess service(ServiceInstance instance, ServiceEnvironment environment) {
        ServiceKind kind = instance.kind();
        int port = Objects.requireNonNull(instances.get(instance));
        var variables = new TreeMap<>(environment.of(kind, port));
        variables.putAll(config.settings().getOrDefault(kind, Map.of()));
        var service =
                new ServiceProcess(
                        host, instance, port, config.paths(), config.jvm(), Map.copyOf(variables));
        services.put(instance, service);
        return service;
    }

    /** The processes of all services, and the port of each; those of the first are named ones. */
    private static Map<ServiceInstance, Integer> instances(StackSettings config) {
        var instances = new LinkedHashMap<ServiceInstance, Integer>();
        for (ServiceKind kind : ServiceKind.values()) {
            for (int number = 1; number <= config.replicas(); number++) {
                int port = number == 1 ? config.ports().of(kind.port()) : Ports.free();
                instances.put(new ServiceInstance(kind, number), port);
            }
        }
        return Collections.unmodifiableMap(instances);
    }

    private List<Integer> ports(ServiceKind kind) {
        return instances.entrySet().stream()
                .filter(each -> each.getKey().kind() == kind)
                .map(Map.Entry::getValue)
                .toList();
    }

    private Gateway startGateway() {
        var targets = new EnumMap<Target, List<Integer>>(Target.class);
        targets.put(Target.CHAT, ports(ServiceKind.CHAT));
        targets.put(Target.PRESENCE, ports(ServiceKind.PRESENCE));
        targets.put(Target.FILE, ports(ServiceKind.FILE));
        targets.put(Target.GDPR, ports(ServiceKind.GDPR));
        targets.put(Target.KEYCLOAK, List.of(config.ports().of(StackPort.KEYCLOAK)));
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
        var others = new TreeMap<String, Integer>();
        instances.forEach((instance, port) -> others.put(instance.portCode(), port));
        return infrastructure
                .describe(
                        gatewayAddress(),
                        siteAddress(),
                        certificate.map(LocalCertificate::certificate).orElse(null))
                .withPorts(others);
    }

    /** Redis dies with all that it held, and is back empty. */
    public void loseRedis() {
        infrastructure.loseRedis();
    }

    /**
     * One of the services, to be killed and started again by a test; the first of its processes.
     */
    public ServiceProcess service(ServiceKind kind) {
        return service(new ServiceInstance(kind, 1));
    }

    public ServiceProcess service(ServiceInstance instance) {
        return Objects.requireNonNull(services.get(instance), instance.name());
    }

    /** All processes of one service. */
    public List<ServiceProcess> services(ServiceKind kind) {
        return instances.keySet().stream()
                .filter(instance -> instance.kind() == kind)
                .map(this::service)
                .toList();
    }

    /** All processes of all services, those of one service side by side. */
    public Collection<ServiceProcess> services() {
        return instances.keySet().stream().map(this::service).toList();
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
        ProcessHost.stop(
                host.children().stream()
                        .filter(child -> ServiceInstance.named(child.name()).isPresent())
                        .toList());
    }
}
