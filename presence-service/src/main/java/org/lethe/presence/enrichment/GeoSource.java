package org.lethe.presence.enrichment;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import org.lethe.privacy.log.Log;

/** Loads the geo data beside the start of the service; the first visit waits for it if need be. */
@ApplicationScoped
class GeoSource {

    private static final Log LOG = Log.of(GeoSource.class);

    private final CompletableFuture<GeoData> data = new CompletableFuture<>();
    private final EnrichmentSettings config;

    GeoSource(EnrichmentSettings config) {
        this.config = config;
    }

    void onStart(@Observes StartupEvent start) {
        Thread.ofPlatform().daemon().name("geo-data").start(this::load);
    }

    void onStop(@Observes ShutdownEvent stop) throws IOException {
        data.getNow(GeoData.NONE).close();
    }

    private void load() {
        try {
            data.complete(config.geoDirectory().map(GeoData::read).orElse(GeoData.NONE));
        } catch (RuntimeException unreadable) {
            LOG.warn("geo data can't be read, visits have no place", unreadable);
            data.complete(GeoData.NONE);
        }
    }

    GeoData data() {
        return data.join();
    }
}
