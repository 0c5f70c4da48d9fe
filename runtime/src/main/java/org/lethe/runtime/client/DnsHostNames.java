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
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.lethe.contracts.personal.HostName;
import org.lethe.contracts.personal.InvalidPersonalData;

/**
 * Reverse DNS at the operator's own resolver: no cache, and no log of what was asked or answered.
 *
 * <p>By Netty, not by Vert.x' client: that asks for IPv6 addresses in the domain of IPv4, and
 * prints an answer that races its time-out.
 */
final class DnsHostNames implements HostNames {

    private final DnsNameResolver resolver;

    DnsHostNames(EventLoop loop, InetSocketAddress resolver, Duration timeout) {
        this.resolver =
                new DnsNameResolverBuilder(loop)
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
        var found = new CompletableFuture<Optional<HostName>>();
        resolver.query(new DefaultDnsQuestion(ReverseName.of(address), DnsRecordType.PTR))
                .addListener((Future<AddressedEnvelope<DnsResponse, InetSocketAddress>> answer) ->
                        found.complete(answer.isSuccess() ? name(answer) : Optional.empty()));
        return found;
    }

    @Override
    public void close() {
        resolver.close();
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
