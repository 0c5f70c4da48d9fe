package org.lethe.privacy.redis;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lethe.privacy.test.RedisProcess;
import org.lethe.privacy.test.TestVault;

class RedisSignalsIT {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String CHANNEL = "{s05}:c05:signal";

    private RedisProcess redis;
    private RedisStore store;

    @BeforeEach
    void start() {
        redis = RedisProcess.start();
        store = TestVault.store(redis.settings());
    }

    @AfterEach
    void stop() {
        store.close();
        redis.close();
    }

    @Test
    void tellsEveryListenerInOrder() {
        var one = new Ear();
        var two = new Ear();
        store.signals().subscribe("lethe:test", one);
        store.signals().subscribe("lethe:test", two);

        for (int i = 0; i < 100; i++) {
            byte[] number = Integer.toString(i).getBytes(UTF_8);
            redis.admin(commands -> commands.publish("lethe:test", number));
        }

        await().atMost(SOON).until(() -> one.heard.size() == 100 && two.heard.size() == 100);
        assertThat(one.heard).startsWith("0", "1", "2").endsWith("98", "99");
    }

    @Test
    void carriesShardedChannelsApartFromPlainOnes() {
        var sharded = new Ear();
        var plain = new Ear();
        store.signals().subscribeSharded(CHANNEL, sharded);
        store.signals().subscribe(CHANNEL, plain);

        store.publishSharded(CHANNEL, "sharded".getBytes(UTF_8));
        redis.admin(commands -> commands.publish(CHANNEL, "plain".getBytes(UTF_8)));

        await().atMost(SOON).until(() -> !sharded.heard.isEmpty() && !plain.heard.isEmpty());
        assertThat(sharded.heard).containsExactly("sharded");
        assertThat(plain.heard).containsExactly("plain");
    }

    @Test
    void hearsNothingAfterItsEnd() {
        var ended = new Ear();
        var staying = new Ear();
        Subscription subscription = store.signals().subscribeSharded(CHANNEL, ended);
        store.signals().subscribeSharded(CHANNEL, staying);

        subscription.close();
        subscription.close();
        store.publishSharded(CHANNEL, "late".getBytes(UTF_8));

        await().atMost(SOON).until(() -> !staying.heard.isEmpty());
        assertThat(ended.heard).isEmpty();
    }

    @Test
    void tellsAfterAReconnectThatSignalsWereMissed() {
        var plain = new Ear();
        var sharded = new Ear();
        store.signals().subscribe("lethe:test", plain);
        store.signals().subscribeSharded(CHANNEL, sharded);

        redis.restart();

        await().atMost(SOON)
                .until(() -> plain.reconnects.get() == 1 && sharded.reconnects.get() == 1);
        store.publishSharded(CHANNEL, "again".getBytes(UTF_8));
        await().atMost(SOON).until(() -> sharded.heard.equals(List.of("again")));
    }

    @Test
    void aListenerThatFailsOrBlocksHindersNobody() {
        var healthy = new Ear();
        store.signals()
                .subscribe(
                        "lethe:test",
                        payload -> {
                            throw new IllegalStateException("can't");
                        });
        store.signals().subscribe("lethe:test", payload -> store.keyspace().get("{s00}:any"));
        store.signals().subscribe("lethe:test", healthy);

        redis.admin(commands -> commands.publish("lethe:test", "one".getBytes(UTF_8)));
        redis.admin(commands -> commands.publish("lethe:test", "two".getBytes(UTF_8)));

        await().atMost(SOON).until(() -> healthy.heard.equals(List.of("one", "two")));
    }

    private static final class Ear implements SignalListener {

        private final List<String> heard = new CopyOnWriteArrayList<>();
        private final AtomicInteger reconnects = new AtomicInteger();

        @Override
        public void onSignal(byte[] payload) {
            heard.add(new String(payload, UTF_8));
        }

        @Override
        public void onReconnected() {
            reconnects.incrementAndGet();
        }
    }
}
