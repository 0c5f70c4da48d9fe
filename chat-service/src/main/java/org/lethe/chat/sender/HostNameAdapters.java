package org.lethe.chat.sender;

import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Chooses how host names are found. */
@ApplicationScoped
class HostNameAdapters {

    @Produces
    @Singleton
    HostNames hostNames(Vertx vertx, SenderSettings settings) {
        return settings.resolver()
                .map(Resolver::parse)
                .<HostNames>map(at -> new DnsHostNames(vertx, at, settings.resolverTimeout()))
                .orElse(address -> CompletableFuture.completedFuture(Optional.empty()));
    }
}
