package org.lethe.gdpr.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lethe.contracts.event.Digest;
import org.lethe.contracts.event.LedgerEntry;
import org.lethe.contracts.event.LedgerFact.SubjectInformed;
import org.lethe.contracts.id.AccountId;
import org.lethe.gdpr.checkpoint.CheckpointStore;
import org.lethe.gdpr.it.ControllerSystem;
import org.lethe.stack.fixture.LetheInfrastructure;

/** Two instances of the service write one ledger, and no lock is between them. */
@QuarkusTest
@WithTestResource(LetheInfrastructure.class)
@WithTestResource(ControllerSystem.class)
class TwoWritersIT {

    private static final int ENTRIES = 20;

    @Inject Ledger one;
    @Inject CheckpointStore store;

    @Inject
    @Identifier("default-kafka-broker")
    Map<String, Object> kafka;

    @Inject LedgerSettings config;

    private final AccountId account = new AccountId("a" + UUID.randomUUID());
    private LedgerTail tail;
    private TileReader topic;
    private KafkaLedger other;

    @BeforeEach
    void start() {
        var reader = new LedgerReader(kafka, config);
        var tiles = new LedgerTiles(kafka, config);
        topic = new TileReader("tiles-of-other", kafka, config.patience());
        tail = new LedgerTail(kafka, tiles, new Checkpoints(store, topic, 1, Clock.systemUTC()));
        tail.start(new StartupEvent());
        other = new KafkaLedger(tail, reader, store, kafka, config, Clock.systemUTC());
        await().atMost(Duration.ofSeconds(20)).until(tail::isFollowing);
    }

    @AfterEach
    void stop() {
        other.stop();
        tail.stop(new ShutdownEvent());
        topic.close();
    }

    @Test
    void chainsWhatBothEnter() throws Exception {
        var entered = new ArrayList<Future<LedgerEntry>>();
        try (ExecutorService writers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < ENTRIES; i++) {
                Ledger ledger = i % 2 == 0 ? one : other;
                SubjectInformed fact = fact("request " + i);
                entered.add(writers.submit(() -> ledger.append(account, fact)));
            }
        }

        // Each has read what it wrote itself; what the other wrote last may be on its way.
        await().atMost(Duration.ofSeconds(20))
                .until(() ->
                        one.entries(account, 0, 100).size() == ENTRIES
                                && other.entries(account, 0, 100).size() == ENTRIES);
        List<LedgerEntry> entries = one.entries(account, 0, 100);
        assertThat(other.entries(account, 0, 100)).isEqualTo(entries);
        for (int i = 0; i < ENTRIES; i++) {
            assertThat(entries).contains(entered.get(i).get());
            assertThat(entries.get(i).number()).isEqualTo(i + 1L);
        }
        assertThat(one.entries(account, 18, 100)).hasSize(2);
        long leaves = one.leaves(account, 0, 100).getLast().index() + 1;
        assertThat(other.tree(leaves).root(leaves)).isEqualTo(one.tree(leaves).root(leaves));
    }

    @Test
    void enterARequestOnce() {
        LedgerEntry first = one.append(account, fact("once"));

        assertThat(other.append(account, fact("once"))).isEqualTo(first);
        assertThat(other.entries(account, 0, 100)).containsExactly(first);
    }

    private SubjectInformed fact(String request) {
        return new SubjectInformed(
                Digest.ofText(account.value() + request), Instant.EPOCH, Instant.EPOCH, Map.of());
    }
}
