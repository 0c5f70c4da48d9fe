package org.lethe.runtime.store;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.lethe.privacy.log.Log;
import org.lethe.privacy.log.LogKey;
import org.lethe.privacy.outbox.OutboxRelay;
import org.lethe.privacy.reaper.Reaper;

/**
 * Starts reaper and outbox relay with the service. Each service runs them and they share the shards
 * by lease, so that no single service's fall stops destruction.
 */
@ApplicationScoped
class Workers {

    private static final Log LOG = Log.of(Workers.class);

    private final Reaper reaper;
    private final OutboxRelay relay;

    @Inject
    Workers(Reaper reaper, OutboxRelay relay) {
        this.reaper = reaper;
        this.relay = relay;
    }

    /** Being injected is what makes and starts them; this makes sure that both are. */
    void start(@Observes StartupEvent event) {
        LOG.debug(
                "reaper and outbox relay work",
                LogKey.COUNT.of(reaper.status().destroyed() + relay.published()));
    }
}
