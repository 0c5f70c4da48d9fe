package org.lethe.gdpr.ledger;

import static java.lang.System.Logger.Level.INFO;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.lethe.contracts.tree.MerkleTree;
import org.lethe.contracts.tree.Tiles;
import org.lethe.gdpr.checkpoint.CheckpointStore;
import org.lethe.gdpr.checkpoint.FakeCheckpointStore;
import org.lethe.gdpr.checkpoint.TestCheckpointStores;
import org.lethe.stack.kafka.KafkaBroker;
import org.lethe.stack.layout.StackPaths;
import org.lethe.stack.process.Ports;
import org.lethe.stack.process.ProcessHost;
import org.lethe.stack.process.RunDirectory;

/**
 * On a broker of its own, with a ledger that is made up: how long it takes until a tail has read
 * it, and how much of the heap that leaves, logged. {@code -Dlethe.leaves=10000000} is for the
 * figures; without it, it only shows that it works.
 */
class ManyLeavesIT {

    private static final System.Logger LOG = System.getLogger(ManyLeavesIT.class.getName());
    private static final int LEAVES = Integer.getInteger("lethe.leaves", 6_000);

    /** As the service has it, or so that a short ledger has several. */
    private static final int TILES = LEAVES < 200_000 ? 4 : 128;

    private static final long EVERY = TILES * (long) Tiles.LEAVES;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final ProcessHost HOST =
            ProcessHost.start(RunDirectory.create(StackPaths.find().runs()));

    private static Map<String, Object> kafka = Map.of();
    private static CheckpointStore store = new FakeCheckpointStore();

    @BeforeAll
    static void fill() throws Exception {
        StackPaths paths = StackPaths.find();
        KafkaBroker broker =
                KafkaBroker.start(
                        HOST, paths.kafkaLibraries(), paths.kafka(), Ports.free(), Ports.free());
        kafka = Map.of("bootstrap.servers", broker.address());
        store = TestCheckpointStores.open(kafka, PATIENCE, Clock.systemUTC());
        long begin = System.nanoTime();
        try {
            new GeneratedLedger().write(broker.address(), LEAVES);
        } catch (ExecutionException e) {
            // Nobody else prints the log of this broker, and it goes with the machine.
            throw new AssertionError(
                    "the broker (alive: %s) took no ledger, and said: %s"
                            .formatted(broker.child().alive(), broker.child().output()),
                    e);
        }
        tell("made up", begin);
    }

    @AfterAll
    static void end() {
        HOST.close();
        HOST.run().removeData();
    }

    @Test
    void beginsBehindTheNewestCheckpointHoweverLongTheLedgerIs() {
        LedgerTail first = start("read from the beginning");
        MerkleTree tree = first.tree().orElseThrow();
        assertThat(first.loadedTiles()).isZero();
        assertThat(tree.size()).isEqualTo(LEAVES);
        List<Long> oldest = offsets(first, 0);
        first.stop(new ShutdownEvent());

        LedgerTail second = start("read from its newest checkpoint");
        assertThat(second.loadedTiles() * Tiles.LEAVES).isEqualTo(LEAVES / EVERY * EVERY);
        assertThat(second.tree().orElseThrow().root()).isEqualTo(tree.root());
        assertThat(offsets(second, 0)).isEqualTo(oldest).startsWith(7L, 107L, 207L);
        assertThat(
                        second.<Optional<Long>>ask(
                                chain -> chain.offsetOf(GeneratedLedger.request(1_000))))
                .contains(1_000L);
        long begin = System.nanoTime();
        assertThat(second.tree().orElseThrow().inclusion(LEAVES / 3, LEAVES).path())
                .isEqualTo(tree.inclusion(LEAVES / 3, LEAVES).path());
        tell("two proofs", begin);
        second.stop(new ShutdownEvent());
    }

    private static List<Long> offsets(LedgerTail tail, long after) {
        return tail.ask(chain -> chain.offsets(GeneratedLedger.account(7), after, 3)).read(store);
    }

    private static LedgerTail start(String what) {
        long before = heap();
        long begin = System.nanoTime();
        var tiles = new TileReader("leaves", kafka, PATIENCE);
        var tail =
                new LedgerTail(
                        kafka, tiles, new Checkpoints(store, tiles, TILES, Clock.systemUTC()));
        tail.start(new StartupEvent());
        await().atMost(3_600, SECONDS).pollInterval(Duration.ofMillis(20)).until(tail::isRead);
        tell(what, begin);
        LOG.log(INFO, "{0} KB more heap", (heap() - before) / 1024);
        assertThat(tail.isRead()).isTrue();
        return tail;
    }

    private static long heap() {
        Runtime runtime = Runtime.getRuntime();
        System.gc();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    private static void tell(String what, long begin) {
        LOG.log(
                INFO,
                "ledger of {0} records, {1}: {2} ms",
                LEAVES,
                what,
                Duration.ofNanos(System.nanoTime() - begin).toMillis());
    }
}
