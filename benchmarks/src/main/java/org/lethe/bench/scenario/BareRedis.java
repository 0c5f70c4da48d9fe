package org.lethe.bench.scenario;

import io.lettuce.core.pubsub.RedisPubSubAdapter;
import io.lettuce.core.pubsub.StatefulRedisPubSubConnection;
import java.time.Duration;
import org.lethe.bench.BenchOptions;
import org.lethe.bench.cost.StoreStatistics;
import org.lethe.bench.load.Latencies;
import org.lethe.bench.load.OpenLoop;
import org.lethe.bench.load.Stamp;
import org.lethe.bench.load.Waiting;

/** The least that a message between two sockets could take with this store on this machine. */
final class BareRedis {

    private static final String CHANNEL = "bench";
    private static final int LATE_MILLIS = 1_000;

    private BareRedis() {}

    static Latencies run(StoreStatistics store, BenchOptions options) {
        var latencies = new Latencies();
        try (StatefulRedisPubSubConnection<String, String> listening = store.listen()) {
            listening.addListener(
                    new RedisPubSubAdapter<>() {
                        @Override
                        public void message(String channel, String message) {
                            latencies.record(System.nanoTime() - Stamp.ofText(message));
                        }
                    });
            listening.sync().subscribe(CHANNEL);
            publish(store, options, options.seconds() / 2);
            latencies.reset();
            publish(store, options, options.seconds());
        }
        return latencies;
    }

    private static void publish(StoreStatistics store, BenchOptions options, int seconds) {
        OpenLoop.run(
                options.rate(),
                Duration.ofSeconds(seconds),
                (_, intended) -> {
                    var _ = store.connection().async().publish(CHANNEL, Stamp.text(intended));
                });
        Waiting.millis(LATE_MILLIS);
    }
}
