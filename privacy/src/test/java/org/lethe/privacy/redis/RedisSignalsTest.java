package org.lethe.privacy.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

class RedisSignalsTest {

    private static final String CHANNEL = "{s05}:c05:signal";

    private final MoodyLink link = new MoodyLink();
    private final RedisSignals signals = new RedisSignals(receiver -> link, Duration.ofSeconds(1));

    @Test
    void asksTheServerAgainAfterItCouldNotBeAsked() {
        link.broken = true;
        assertThatThrownBy(() -> signals.subscribeSharded(CHANNEL, payload -> {}))
                .isInstanceOf(StoreUnavailableException.class);
        link.broken = false;

        signals.subscribeSharded(CHANNEL, payload -> {});
        signals.subscribeSharded(CHANNEL, payload -> {});

        assertThat(link.subscribed).containsExactly(CHANNEL);
    }

    /** A connection that has no node for a channel now and then. */
    private static final class MoodyLink implements PubSubLink {

        private final List<String> subscribed = new ArrayList<>();
        private boolean broken;

        @Override
        public CompletionStage<Void> subscribe(Channel channel) {
            if (broken) {
                throw new StoreUnavailableException(new IllegalStateException("no node"));
            }
            subscribed.add(channel.name());
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public CompletionStage<Void> unsubscribe(Channel channel) {
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public void close() {}
    }
}
