package org.lethe.privacy.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
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

    @Test
    void keepsAskingForWhatAProcessCanNotDoWithout() {
        var missed = new CountDownLatch(1);
        link.broken = true;
        Subscription kept = signals.keep("lethe:test", new Ear(missed));
        assertThat(link.subscribed).isEmpty();

        link.broken = false;

        await().atMost(Duration.ofSeconds(5))
                .until(() -> link.subscribed.equals(List.of("lethe:test")));
        await().atMost(Duration.ofSeconds(5)).until(() -> missed.getCount() == 0);
        kept.close();
        assertThat(link.subscribed).isEmpty();
    }

    @Test
    void stopsAskingWhenNobodyListensAnyMore() {
        link.broken = true;
        signals.keep("lethe:test", payload -> {}).close();
        int asked = link.asked.get();

        link.broken = false;

        await().during(Duration.ofMillis(300))
                .atMost(Duration.ofSeconds(2))
                .until(() -> link.asked.get() <= asked + 1);
        assertThat(link.subscribed).isEmpty();
    }

    private record Ear(CountDownLatch missed) implements SignalListener {

        @Override
        public void onSignal(byte[] payload) {}

        @Override
        public void onReconnected() {
            missed.countDown();
        }
    }

    /** A connection that has no node for a channel now and then. */
    private static final class MoodyLink implements PubSubLink {

        private final List<String> subscribed = new CopyOnWriteArrayList<>();
        private final AtomicInteger asked = new AtomicInteger();
        private volatile boolean broken;

        @Override
        public CompletionStage<Void> subscribe(Channel channel) {
            asked.incrementAndGet();
            if (broken) {
                throw new StoreUnavailableException(new IllegalStateException("no node"));
            }
            subscribed.add(channel.name());
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public CompletionStage<Void> unsubscribe(Channel channel) {
            subscribed.remove(channel.name());
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public void close() {}
    }
}
