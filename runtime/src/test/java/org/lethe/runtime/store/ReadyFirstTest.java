package org.lethe.runtime.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Multi;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.junit.jupiter.api.Test;

class ReadyFirstTest {

    private final CompletableFuture<Void> store = new CompletableFuture<>();
    private final CompletableFuture<Void> accounts = new CompletableFuture<>();
    private final ReadyFirst rule = new ReadyFirst(() -> store, () -> accounts);
    private final List<Object> read = new ArrayList<>();

    @Test
    void readsNothingBeforeTheStoreIsThereAndTheAccountsAreRead() {
        read(true);
        store.complete(null);
        assertThat(read).isEmpty();

        accounts.complete(null);

        assertThat(read).containsExactly("a record");
    }

    @Test
    void readsNothingBeforeTheStoreIsThereThoughTheAccountsAreRead() {
        read(true);

        accounts.complete(null);
        assertThat(read).isEmpty();
        store.complete(null);

        assertThat(read).containsExactly("a record");
    }

    @Test
    void holdsUpNothingThatIsOfThisProcess() {
        read(false);

        assertThat(read).containsExactly("a record");
    }

    private void read(boolean isConnector) {
        Multi<? extends Message<?>> records =
                rule.decorate(
                        Multi.createFrom().item(Message.of("a record")),
                        List.of("channel"),
                        isConnector);
        var _ = records.subscribe().with(message -> read.add(message.getPayload()));
    }
}
