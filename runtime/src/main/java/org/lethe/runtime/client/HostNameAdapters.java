package org.lethe.runtime.client;

import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Chooses how host names are found. */
@ApplicationScoped
class HostNameAdapters {

    private static final int DNS_PORT = 53;

    @Produces
    @Singleton
    @SuppressWarnings("deprecation") // the event loops are found in no other public way
    HostNames hostNames(Vertx vertx, ClientSettings settings) {
        return settings.resolver()
                .map(HostNameAdapters::address)
                .<HostNames>map(at ->
                        new DnsHostNames(
                                vertx.nettyEventLoopGroup().next(), at, settings.resolverTimeout()))
                .orElse(address -> CompletableFuture.completedFuture(Optional.empty()));
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

    void close(@Disposes HostNames hostNames) {
        hostNames.close();
    }
}
