package org.lethe.runtime.client;

import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Chooses how host names are found. */
@ApplicationScoped
class HostNameAdapters {

    @Produces
    @Singleton
    @SuppressWarnings("deprecation") // the event loops are found in no other public way
    HostNames hostNames(Vertx vertx, ClientSettings settings) {
        return settings.resolver()
                .map(Resolver::parse)
                .<HostNames>map(at ->
                        new DnsHostNames(
                                vertx.nettyEventLoopGroup().next(), at, settings.resolverTimeout()))
                .orElse(address -> CompletableFuture.completedFuture(Optional.empty()));
    }

    void close(@Disposes HostNames hostNames) {
        hostNames.close();
    }
}
