package org.lethe.runtime.event;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.PublisherDecorator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.lethe.privacy.vault.Vault;

/**
 * Has nothing read from Kafka before Redis was there once. A record that nothing can be done with
 * is set aside after a minute, and a replica that can't work would keep its partitions from one
 * that can.
 */
@ApplicationScoped
class StoreFirst implements PublisherDecorator {

    private final Vault vault;

    @Inject
    StoreFirst(Vault vault) {
        this.vault = vault;
    }

    @Override
    public Multi<? extends Message<?>> decorate(
            Multi<? extends Message<?>> publisher, List<String> channel, boolean isConnector) {
        return isConnector
                ? Uni.createFrom()
                        .completionStage(vault::ready)
                        .onItem()
                        .transformToMulti(_ -> publisher)
                : publisher;
    }
}
