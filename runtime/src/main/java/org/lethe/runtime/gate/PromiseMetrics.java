package org.lethe.runtime.gate;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.TimeUnit;
import org.lethe.contracts.WireFormat;
import org.lethe.privacy.outbox.OutboxRelay;
import org.lethe.privacy.reaper.Reaper;
import org.lethe.privacy.redis.Obstacle;
import org.lethe.privacy.redis.RedisStore;
import org.lethe.privacy.watchdog.Watchdog;
import org.lethe.runtime.event.EventReader;

/** What shows from outside whether the promise is kept: counts and durations of every service. */
@ApplicationScoped
class PromiseMetrics implements MeterBinder {

    private final AdmissionGate gate;
    private final Room room;
    private final RedisStore store;
    private final Reaper reaper;
    private final Watchdog watchdog;
    private final OutboxRelay relay;
    private final EventReader events;

    @Inject
    PromiseMetrics(
            AdmissionGate gate,
            Room room,
            RedisStore store,
            Reaper reaper,
            Watchdog watchdog,
            OutboxRelay relay,
            EventReader events) {
        this.gate = gate;
        this.room = room;
        this.store = store;
        this.reaper = reaper;
        this.watchdog = watchdog;
        this.relay = relay;
        this.events = events;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("lethe.admission.open", gate, it -> it.closedBy().isEmpty() ? 1 : 0)
                .description("1 while new personal data is accepted, else 0")
                .register(registry);
        for (Reason reason : Reason.values()) {
            Gauge.builder("lethe.admission.closed", gate, it -> isClosedBy(it, reason))
                    .description("1 while this keeps new personal data out, else 0")
                    .tag("reason", WireFormat.name(reason))
                    .register(registry);
        }
        for (Obstacle obstacle : Obstacle.values()) {
            Gauge.builder("lethe.redis.obstacle", gate, it -> it.isKeptBy(obstacle) ? 1 : 0)
                    .description("1 while this keeps the process from working with Redis, else 0")
                    .tag("reason", WireFormat.name(obstacle))
                    .register(registry);
        }
        for (Newcomer newcomer : Newcomer.values()) {
            Gauge.builder("lethe.admission.room", room, it -> it.isFor(newcomer) ? 1 : 0)
                    .description("1 while Redis has room for new ones of this kind, else 0")
                    .tag("newcomer", WireFormat.name(newcomer))
                    .register(registry);
        }
        Gauge.builder("lethe.redis.filled", room, Room::filled)
                .description("Which part of its maxmemory the fullest primary has taken")
                .register(registry);
        Gauge.builder("lethe.redis.findings", gate, it -> it.findings().size())
                .description("What is not as it must be in nodes of Redis, settings and clocks")
                .register(registry);
        Gauge.builder("lethe.redis.silent.nodes", store, RedisStore::silentNodes)
                .description("Nodes of Redis that did not answer when they were last looked at")
                .register(registry);
        FunctionCounter.builder("lethe.reaper.destroyed", reaper, it -> it.status().destroyed())
                .description("Scopes destroyed at their deadline by this process")
                .register(registry);
        TimeGauge.builder(
                        "lethe.reaper.lateness",
                        reaper,
                        TimeUnit.MILLISECONDS,
                        it -> it.status().lateness().toMillis())
                .description("How late the latest destruction at a deadline was since the start")
                .register(registry);
        TimeGauge.builder(
                        "lethe.reaper.silence",
                        reaper,
                        TimeUnit.MILLISECONDS,
                        it -> it.status().sinceLastPass().toMillis())
                .description("How long ago this process last looked for deadlines")
                .register(registry);
        Gauge.builder("lethe.overdue", gate, AdmissionGate::overdueRecords)
                .description("Records found of late that no deadline would have destroyed")
                .register(registry);
        FunctionCounter.builder("lethe.watchdog.destroyed", watchdog, Watchdog::destroyed)
                .description("Such records that this process has destroyed")
                .register(registry);
        TimeGauge.builder(
                        "lethe.watchdog.silence",
                        watchdog,
                        TimeUnit.MILLISECONDS,
                        it -> it.silence().toMillis())
                .description("How long ago this process last looked at all keys, if it is its turn")
                .register(registry);
        FunctionCounter.builder("lethe.outbox.published", relay, OutboxRelay::published)
                .description("Events handed to Kafka by this process")
                .register(registry);
        Gauge.builder("lethe.outbox.waiting", relay, OutboxRelay::waiting)
                .description("Events that this process has to hand to Kafka")
                .register(registry);
        TimeGauge.builder(
                        "lethe.outbox.stalled",
                        relay,
                        TimeUnit.MILLISECONDS,
                        it -> it.stalled().toMillis())
                .description("For how long Kafka has not taken what this process offered it")
                .register(registry);
        FunctionCounter.builder("lethe.events.dead.letters", events, EventReader::deadLetters)
                .description("Records that could not be processed and were set aside")
                .register(registry);
    }

    private static double isClosedBy(AdmissionGate gate, Reason reason) {
        return gate.closedBy().filter(reason::equals).isPresent() ? 1 : 0;
    }
}
