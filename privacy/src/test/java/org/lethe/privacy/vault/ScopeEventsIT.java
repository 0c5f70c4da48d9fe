package org.lethe.privacy.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lethe.privacy.test.TestVault.ACME;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.lethe.contracts.event.DestroyReason;
import org.lethe.contracts.event.Event;
import org.lethe.contracts.event.EventCodec;
import org.lethe.contracts.event.EventType;
import org.lethe.contracts.event.VisitEvent;
import org.lethe.contracts.id.ScopeId;
import org.lethe.contracts.id.VisitId;
import org.lethe.privacy.outbox.Outbox;
import org.lethe.privacy.redis.StreamEntry;
import org.lethe.privacy.test.RedisProcess;
import org.lethe.privacy.test.TestVault;

/** What is told of a scope, by the outbox. */
class ScopeEventsIT {

    private static final Duration VISIT = Duration.ofSeconds(170);

    private static RedisProcess redis;
    private static TestVault suite;
    private static Vault vault;

    @BeforeAll
    static void start() {
        redis = RedisProcess.start();
        suite = TestVault.on(redis);
        vault = suite.vault();
    }

    @AfterAll
    static void stop() {
        suite.close();
        redis.close();
    }

    @Test
    void leavesEventsInTheOutboxWithTheChange() {
        VisitId visit = vault.newVisitId();
        var started = new VisitEvent.VisitStarted(visit, ACME);
        vault.open(TestVault.scope(visit, VISIT, started));
        vault.open(TestVault.scope(visit, VISIT, started));
        vault.destroy(visit, DestroyReason.LEFT, List.of());

        List<String> types =
                suite
                        .store()
                        .keyspace()
                        .entriesAll(List.of(Outbox.key(visit.shard())), 1000)
                        .getFirst()
                        .stream()
                        .filter(entry -> entry.text("subject").equals(visit.value()))
                        .map((StreamEntry entry) -> entry.text("type"))
                        .toList();

        assertThat(types)
                .containsExactly("org.lethe.visit.started.v1", "org.lethe.visit.destroyed.v1");
    }

    /** The prelude writes them as text; whoever reads them has records. */
    @Test
    void tellsDestructionsInEventsThatCanBeRead() {
        for (DestroyReason reason : DestroyReason.values()) {
            for (ScopeId id : List.of(vault.newVisitId(), vault.newChatId(), vault.newLetterId())) {
                suite.open(id, VISIT);
                vault.destroy(id, reason, List.of());

                List<StreamEntry> told =
                        suite
                                .store()
                                .keyspace()
                                .entriesAll(List.of(Outbox.key(id.shard())), 1000)
                                .getFirst()
                                .stream()
                                .filter(entry -> entry.text("subject").equals(id.value()))
                                .toList();
                assertThat(told)
                        .singleElement()
                        .satisfies(entry -> {
                            EventType type = EventType.find(entry.text("type")).orElseThrow();
                            Event event = EventCodec.event(type, entry.text("data"));
                            assertThat(event.subject()).isEqualTo(id.value());
                        });
            }
        }
    }
}
