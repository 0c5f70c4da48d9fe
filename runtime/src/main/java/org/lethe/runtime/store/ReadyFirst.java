package org.lethe.runtime.store;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.PublisherDecorator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.lethe.privacy.vault.Vault;
import org.lethe.runtime.account.AccountDirectory;

/**
 * Has nothing read from Kafka before Redis was there once and the accounts are read. A record that
 * nothing can be done with is set aside after a minute, and a replica that can't work, as one that
 * has not the keys of the suite, would keep its partitions from one that can.
 */
@ApplicationScoped
class ReadyFirst implements PublisherDecorator {

    private final Supplier<CompletionStage<Void>> store;
    private final Supplier<CompletionStage<Void>> accounts;

    @Inject
    ReadyFirst(Vault vault, AccountDirectory accounts) {
        this(vault::ready, accounts::loaded);
    }

    ReadyFirst(Supplier<CompletionStage<Void>> store, Supplier<CompletionStage<Void>> accounts) {
        this.store = store;
        this.accounts = accounts;
    }

    @Override
    public Multi<? extends Message<?>> decorate(
            Multi<? extends Message<?>> publisher, List<String> channel, boolean isConnector) {
        return isConnector
                ? Uni.createFrom()
                        .completionStage(store)
                        .chain(() -> Uni.createFrom().completionStage(accounts))
                        .onItem()
                        .transformToMulti(_ -> publisher)
                : publisher;
    }
}
