package org.lethe.runtime.client;

import io.netty.channel.AddressedEnvelope;
import io.netty.channel.EventLoop;
import io.netty.channel.socket.nio.NioDatagramChannel;
import io.netty.handler.codec.dns.DefaultDnsQuestion;
import io.netty.handler.codec.dns.DnsPtrRecord;
import io.netty.handler.codec.dns.DnsRecordType;
import io.netty.handler.codec.dns.DnsResponse;
import io.netty.handler.codec.dns.DnsSection;
import io.netty.resolver.dns.DnsNameResolver;
import io.netty.resolver.dns.DnsNameResolverBuilder;
import io.netty.resolver.dns.NoopAuthoritativeDnsServerCache;
import io.netty.resolver.dns.NoopDnsCache;
import io.netty.resolver.dns.NoopDnsCnameCache;
import io.netty.resolver.dns.SingletonDnsServerAddressStreamProvider;
import io.netty.util.concurrent.Future;
import io.vertx.core.Vertx;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.lethe.contracts.personal.HostName;
import org.lethe.contracts.personal.InvalidPersonalData;

/**
 * Reverse DNS at the operator's own resolver, or none where there is no such: no cache, and no log
 * of what was asked or answered.
 *
 * <p>By Netty, not by Vert.x' client: that asks for IPv6 addresses in the domain of IPv4, and
 * prints an answer that races its time-out.
 */
@Singleton
final class DnsHostNames implements HostNames {

    private static final int DNS_PORT = 53;

    private final @Nullable DnsNameResolver resolver;

    @Inject
    @SuppressWarnings("deprecation") // the event loops are found in no other public way
    DnsHostNames(Vertx vertx, ClientSettings settings) {
        this.resolver =
                settings.resolver()
                        .map(DnsHostNames::address)
                        .map(at ->
                                resolver(
                                        vertx.nettyEventLoopGroup().next(),
                                        at,
                                        settings.resolverTimeout()))
                        .orElse(null);
    }

    DnsHostNames(EventLoop loop, InetSocketAddress resolver, Duration timeout) {
        this.resolver = resolver(loop, resolver, timeout);
    }

    private static DnsNameResolver resolver(
            EventLoop loop, InetSocketAddress resolver, Duration timeout) {
        return new DnsNameResolverBuilder(loop)
                .datagramChannelType(NioDatagramChannel.class)
                .nameServerProvider(new SingletonDnsServerAddressStreamProvider(resolver))
                .queryTimeoutMillis(timeout.toMillis())
                .maxQueriesPerResolve(1)
                .resolveCache(NoopDnsCache.INSTANCE)
                .cnameCache(NoopDnsCnameCache.INSTANCE)
                .authoritativeDnsServerCache(NoopAuthoritativeDnsServerCache.INSTANCE)
                .build();
    }

    @Override
    public CompletionStage<Optional<HostName>> find(InetAddress address) {
        if (resolver == null) {
            return CompletableFuture.completedFuture(Optional.empty());
        }
        var found = new CompletableFuture<Optional<HostName>>();
        resolver.query(new DefaultDnsQuestion(ReverseName.of(address), DnsRecordType.PTR))
                .addListener((Future<AddressedEnvelope<DnsResponse, InetSocketAddress>> answer) ->
                        found.complete(answer.isSuccess() ? name(answer) : Optional.empty()));
        return found;
    }

    @Override
    @PreDestroy
    public void close() {
        if (resolver != null) {
            resolver.close();
        }
    }

    /** Reads {@code host}, {@code host:port}, {@code [ipv6]:port} or an IPv6 address alone. */
    static InetSocketAddress address(String resolver) {
        boolean bareIpv6 =
                !resolver.startsWith("[") && resolver.indexOf(':') != resolver.lastIndexOf(':');
        var at = URI.create("dns://" + (bareIpv6 ? "[" + resolver + "]" : resolver));
        if (at.getHost() == null) {
            throw new IllegalArgumentException("lethe.clients.resolver must be host:port");
        }
        return new InetSocketAddress(at.getHost(), at.getPort() < 0 ? DNS_PORT : at.getPort());
    }

    private static Optional<HostName> name(
            Future<AddressedEnvelope<DnsResponse, InetSocketAddress>> answer) {
        AddressedEnvelope<DnsResponse, InetSocketAddress> envelope = answer.getNow();
        try {
            DnsResponse response = envelope.content();
            for (int i = 0; i < response.count(DnsSection.ANSWER); i++) {
                if (response.recordAt(DnsSection.ANSWER, i) instanceof DnsPtrRecord pointer) {
                    return hostName(pointer.hostname());
                }
            }
            return Optional.empty();
        } finally {
            envelope.release();
        }
    }

    private static Optional<HostName> hostName(String answer) {
        try {
            return Optional.of(HostName.of(withoutRoot(answer)));
        } catch (InvalidPersonalData notAHostName) {
            return Optional.empty();
        }
    }

    private static String withoutRoot(String name) {
        return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
    }
}
