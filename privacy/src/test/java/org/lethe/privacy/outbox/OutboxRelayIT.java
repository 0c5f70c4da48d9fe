package org.lethe.privacy.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lethe.contracts.event.CloudEvent;
import org.lethe.contracts.event.DestroyReason;
import org.lethe.contracts.event.EventType;
import org.lethe.contracts.event.VisitEvent;
import org.lethe.contracts.id.VisitId;
import org.lethe.privacy.redis.ShardLeases;
import org.lethe.privacy.redis.StreamEntry;
import org.lethe.privacy.test.RedisProcess;
import org.lethe.privacy.test.TestVault;

class OutboxRelayIT {

    private static final Duration VISIT = Duration.ofSeconds(170);
    private static final Duration LEASE = Duration.ofMillis(900);
    private static final Duration SOON = Duration.ofSeconds(30);

    private RedisProcess redis;
    private TestVault suite;

    @BeforeEach
    void start() {
        redis = RedisProcess.start();
        suite = TestVault.on(redis);
    }

    @AfterEach
    void stop() {
        suite.close();
        redis.close();
    }

    @Test
    void publishesEachEventOnceAndEmptiesTheOutbox() {
        var bus = new Bus();
        try (var leases = ShardLeases.start(suite.store(), LEASE);
                var relay = OutboxRelay.start(suite.store(), leases, bus)) {
            VisitId visit = openAndDestroy();

            await().atMost(SOON).until(() -> relay.published() == 2);

            assertThat(bus.events)
                    .extracting(CloudEvent::type)
                    .containsExactly(EventType.VISIT_STARTED, EventType.VISIT_DESTROYED);
            CloudEvent destroyed = bus.events.get(1);
            String place = "s" + visit.value().substring(1, 3);
            assertThat(destroyed.id()).startsWith(visit.epoch() + "-" + place + "-");
            assertThat(destroyed.source()).isEqualTo("/lethe/outbox/" + place);
            assertThat(destroyed.subject()).isEqualTo(visit.value());
            assertThat(Duration.between(destroyed.time(), Instant.now()).abs()).isLessThan(SOON);
            assertThat(destroyed.data())
                    .isEqualTo(
                            new VisitEvent.VisitDestroyed(
                                    visit, TestVault.ACME, DestroyReason.LEFT));
            assertThat(entries(visit)).isEmpty();
        }
    }

    @Test
    void publishesAgainWithTheSameIdAfterACrashBeforeTheRemoval() {
        var bus = new Bus();
        VisitId visit;
        List<String> ids;
        try (var crashing = TestVault.on(redis);
                var leases = ShardLeases.start(crashing.store(), LEASE)) {
            // The bus has it, but the process dies before it hears so.
            EventPublisher deaf =
                    event -> {
                        bus.publish(event);
                        return new CompletableFuture<>();
                    };
            visit = openAndDestroy();
            var relay = OutboxRelay.start(crashing.store(), leases, deaf);
            await().atMost(SOON).until(() -> !bus.events.isEmpty());
            ids = bus.ids();
            relay.abandon();
        }
        assertThat(entries(visit)).hasSize(2);

        try (var leases = ShardLeases.start(suite.store(), LEASE);
                var relay = OutboxRelay.start(suite.store(), leases, bus)) {
            await().atMost(SOON).until(() -> relay.published() == 2);
        }

        assertThat(bus.ids()).hasSize(3).startsWith(ids.getFirst(), ids.getFirst());
        assertThat(entries(visit)).isEmpty();
    }

    @Test
    void anotherProcessTakesOverWhenTheOwnerIsGone() {
        var bus = new Bus();
        try (var other = TestVault.on(redis)) {
            var first = ShardLeases.start(suite.store(), LEASE);
            assertThat(first.owned()).hasSize(64);
            try (var second = ShardLeases.start(other.store(), LEASE);
                    var relay = OutboxRelay.start(other.store(), second, bus)) {
                VisitId visit = openAndDestroy();
                await().during(Duration.ofMillis(300)).until(() -> second.owned().isEmpty());
                assertThat(bus.events).isEmpty();

                first.close();

                await().atMost(SOON).until(() -> second.owned().size() == 64);
                await().atMost(SOON).until(() -> relay.published() == 2);
                assertThat(entries(visit)).isEmpty();
            }
        }
    }

    @Test
    void takesMoreThanOneHelping() {
        var bus = new Bus();
        VisitId visit = suite.vault().newVisitId();
        var events = new ArrayList<VisitEvent.VisitStarted>();
        for (int i = 0; i < 1000; i++) {
            events.add(new VisitEvent.VisitStarted(visit, TestVault.ACME));
        }
        suite.vault().open(TestVault.scope(visit, VISIT, events.toArray(VisitEvent[]::new)));
        try (var leases = ShardLeases.start(suite.store(), LEASE);
                var relay = OutboxRelay.start(suite.store(), leases, bus)) {
            await().atMost(SOON).until(() -> relay.published() == events.size());
        }
        assertThat(bus.ids()).doesNotHaveDuplicates().hasSize(events.size());
    }

    private VisitId openAndDestroy() {
        VisitId visit = suite.vault().newVisitId();
        suite.vault()
                .open(
                        TestVault.scope(
                                visit, VISIT, new VisitEvent.VisitStarted(visit, TestVault.ACME)));
        suite.vault().destroy(visit, DestroyReason.LEFT, List.of());
        return visit;
    }

    private List<StreamEntry> entries(VisitId visit) {
        return suite.store()
                .keyspace()
                .entriesAll(List.of(Outbox.key(visit.shard())), 10)
                .getFirst();
    }
}
