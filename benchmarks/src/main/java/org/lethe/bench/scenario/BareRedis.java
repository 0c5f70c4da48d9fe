package org.lethe.bench.scenario;

import java.time.Duration;
import org.lethe.bench.load.Latencies;
import org.lethe.bench.load.OpenLoop;
import org.lethe.bench.load.Stamp;
import org.lethe.bench.load.Waiting;
import org.lethe.bench.store.BenchedStore;

/** The least that a message between two sockets could take with this store on this machine. */
final class BareRedis {

    private static final String CHANNEL = "bench";
    private static final int LATE_MILLIS = 1_000;

    private BareRedis() {}

    static Latencies run(BenchedStore store, BenchOptions options) {
        var latencies = new Latencies();
        var listening =
                store.listen(
                        CHANNEL, text -> latencies.record(System.nanoTime() - Stamp.ofText(text)));
        try (listening) {
            publish(store, options, options.seconds() / 2);
            latencies.reset();
            publish(store, options, options.seconds());
        }
        return latencies;
    }

    private static void publish(BenchedStore store, BenchOptions options, int seconds) {
        OpenLoop.run(
                options.rate(),
                Duration.ofSeconds(seconds),
                (_, intended) -> store.publish(CHANNEL, Stamp.text(intended)));
        Waiting.millis(LATE_MILLIS);
    }
}
