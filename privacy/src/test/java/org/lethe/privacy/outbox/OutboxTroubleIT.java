package org.lethe.privacy.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.lettuce.core.XAddArgs;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
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

/** While the bus fails, or what is in the outbox does. */
class OutboxTroubleIT {

    private static final Duration VISIT = Duration.ofSeconds(170);
    private static final Duration LEASE = Duration.ofMillis(900);
    private static final Duration SOON = Duration.ofSeconds(20);

    /** More than may be on the way. */
    private static final int MANY = 1_500;

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
    void keepsTheOrderOfASubjectWhileTheBusFails() {
        var failures = new AtomicInteger(3);
        var bus = new Bus();
        EventPublisher moody =
                event ->
                        failures.getAndDecrement() > 0
                                ? CompletableFuture.failedFuture(new IllegalStateException("away"))
                                : bus.publish(event);
        VisitId visit = openAndDestroy();
        try (var leases = ShardLeases.start(suite.store(), LEASE);
                var relay = OutboxRelay.start(suite.store(), leases, moody)) {
            await().atMost(SOON).until(() -> relay.published() == 2);
        }

        List<String> lastTwo = bus.ids().subList(bus.events.size() - 2, bus.events.size());
        assertThat(lastTwo).isSorted();
        assertThat(bus.events.getLast().type()).isEqualTo(EventType.VISIT_DESTROYED);
        assertThat(entries(visit)).isEmpty();
    }

    @Test
    void tellsForHowLongTheBusHasTakenNothing() {
        var away = new AtomicBoolean(true);
        var bus = new Bus();
        EventPublisher moody =
                event ->
                        away.get()
                                ? CompletableFuture.failedFuture(new IllegalStateException("away"))
                                : bus.publish(event);
        openAndDestroy();
        try (var leases = ShardLeases.start(suite.store(), LEASE);
                var relay = OutboxRelay.start(suite.store(), leases, moody)) {
            await().atMost(SOON)
                    .until(() -> relay.stalled().toMillis() > 1_500 && relay.waiting() == 2);

            away.set(false);

            await().atMost(SOON).until(() -> relay.stalled().isZero() && relay.waiting() == 0);
            assertThat(relay.published()).isEqualTo(2);
        }
    }

    @Test
    void sendsNothingOfASubjectAfterWhatFailed() {
        var failures = new AtomicInteger(1);
        var bus = new Bus();
        EventPublisher moody =
                event ->
                        failures.getAndDecrement() > 0
                                ? CompletableFuture.failedFuture(new IllegalStateException("away"))
                                : bus.publish(event);
        openAndDestroy();
        try (var leases = ShardLeases.start(suite.store(), LEASE);
                var relay = OutboxRelay.start(suite.store(), leases, moody)) {
            await().atMost(SOON).until(() -> relay.published() == 2);
        }

        assertThat(bus.events)
                .extracting(CloudEvent::type)
                .containsExactly(EventType.VISIT_STARTED, EventType.VISIT_DESTROYED);
    }

    @Test
    void sendsNothingTwiceWhileTheBusDoesNotAnswer() {
        var bus = new Bus();
        var answer = new CompletableFuture<Void>();
        for (int i = 0; i < MANY; i++) {
            VisitId visit = suite.vault().newVisitId();
            var started = new VisitEvent.VisitStarted(visit, TestVault.ACME);
            suite.vault().open(TestVault.scope(visit, VISIT, started));
        }
        try (var leases = ShardLeases.start(suite.store(), LEASE);
                var relay =
                        OutboxRelay.start(
                                suite.store(),
                                leases,
                                event -> bus.publish(event).thenCombine(answer, (a, b) -> null))) {
            await().atMost(SOON).until(() -> !bus.events.isEmpty());
            await().during(Duration.ofSeconds(2))
                    .atMost(SOON)
                    .until(() -> bus.events.size() <= 1024);

            answer.complete(null);

            await().atMost(SOON).until(() -> relay.published() == MANY);
        }
        assertThat(bus.ids()).doesNotHaveDuplicates().hasSize(MANY);
    }

    @Test
    void goesOnAfterAnError() {
        var errors = new AtomicInteger(1);
        var bus = new Bus();
        openAndDestroy();
        try (var leases = ShardLeases.start(suite.store(), LEASE);
                var relay =
                        OutboxRelay.start(
                                suite.store(),
                                leases,
                                event -> {
                                    if (errors.getAndDecrement() > 0) {
                                        throw new AssertionError("as the test wants it");
                                    }
                                    return bus.publish(event);
                                })) {
            await().atMost(SOON).until(() -> relay.published() == 2);
        }
        assertThat(bus.events).hasSize(2);
    }

    @Test
    void keepsWhatANewerServiceUnderstandsAndDropsWhatNobodyDoes() {
        var bus = new Bus();
        String key = Outbox.key(7);
        add(key, "1-1", Map.of("type", "org.lethe.visit.lost.v1", "subject", "old", "data", "{}"));
        add(key, "*", Map.of("type", "org.lethe.visit.lost.v1", "subject", "new", "data", "{}"));
        add(key, "*", Map.of("type", EventType.VISIT_STARTED.type(), "subject", "x", "data", "?"));
        add(key, "*", Map.of("nothing", "at all"));
        try (var leases = ShardLeases.start(suite.store(), LEASE);
                var relay = OutboxRelay.start(suite.store(), leases, bus)) {
            await().atMost(SOON).until(() -> relay.published() == 3);
        }

        assertThat(suite.store().keyspace().entriesAll(List.of(key), 10).getFirst())
                .singleElement()
                .satisfies(entry -> assertThat(entry.text("subject")).isEqualTo("new"));
        assertThat(bus.events).isEmpty();
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

    private void add(String key, String id, Map<String, String> fields) {
        var body = new HashMap<String, byte[]>();
        fields.forEach((name, value) -> body.put(name, value.getBytes(UTF_8)));
        redis.admin(commands -> commands.xadd(key, new XAddArgs().id(id), body));
    }
}
