package org.lethe.presence.enrichment;

import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Chooses how host names are found. */
@ApplicationScoped
class EnrichmentAdapters {

    @Produces
    @Singleton
    HostNames hostNames(Vertx vertx, EnrichmentConfig config) {
        return config.resolver()
                .map(Resolver::parse)
                .<HostNames>map(at -> new DnsHostNames(vertx, at, config.resolverTimeout()))
                .orElse(address -> CompletableFuture.completedFuture(Optional.empty()));
    }
}
