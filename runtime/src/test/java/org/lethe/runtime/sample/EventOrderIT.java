package org.lethe.runtime.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.lethe.contracts.event.CloudEvent;
import org.lethe.contracts.event.DestroyReason;
import org.lethe.contracts.event.EventCodec;
import org.lethe.contracts.event.VisitEvent;
import org.lethe.contracts.event.VisitEvent.VisitDestroyed;
import org.lethe.contracts.event.VisitEvent.VisitStarted;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.VisitId;
import org.lethe.contracts.topic.Topic;
import org.lethe.stack.fixture.LetheInfrastructure;

/** What a consumer may rely on while a record takes its time. */
@QuarkusTest
@WithTestResource(LetheInfrastructure.class)
class EventOrderIT {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final AccountId ACME = new AccountId("acme");
    private static final Duration SOON = Duration.ofSeconds(60);

    /** More keys than Kafka hands out at once. */
    private static final int MANY = 1_200;

    private static final int HELD_UP = 200;

    private final CountDownLatch latch = new CountDownLatch(1);

    @Inject SampleConsumer consumer;

    @Inject
    @Identifier("default-kafka-broker")
    Map<String, Object> kafka;

    @ConfigProperty(
            name = "mp.messaging.connector.smallrye-kafka.throttled.unprocessed-record-max-age.ms")
    int maxAge;

    @AfterEach
    void goOn() {
        latch.countDown();
        consumer.held.clear();
    }

    @Test
    void keepsTheOrderOfAKeyAndHoldsNoOtherKeyUp() {
        VisitId slow = hold();
        VisitId other = visit();

        send(List.of(started(slow), destroyed(slow), started(other), destroyed(other)));

        await().atMost(SOON).until(() -> of(other).size() == 2);
        await().during(Duration.ofMillis(300)).until(() -> of(slow).isEmpty());
        latch.countDown();
        await().atMost(SOON).until(() -> of(slow).size() == 2);
        assertThat(of(slow)).containsExactly(started(slow), destroyed(slow));
    }

    @Test
    void goesOnAfterManyKeysWereHeldUpAtOnce() {
        List<VisitId> slow = Stream.generate(this::hold).limit(MANY).toList();
        send(slow.stream().flatMap(it -> Stream.of(started(it), destroyed(it))).toList());
        await().atMost(SOON).until(() -> begun(slow) >= HELD_UP);

        latch.countDown();

        var all = Set.copyOf(slow);
        await().atMost(SOON).until(() -> countOf(all) == 2 * MANY);
        slow.forEach(it -> assertThat(of(it)).containsExactly(started(it), destroyed(it)));
    }

    @Test
    void isNotClosedWhileARecordWaits() {
        assertThat(maxAge).isZero();
    }

    private VisitId hold() {
        VisitId visit = visit();
        consumer.held.put(visit, latch);
        return visit;
    }

    private long begun(List<VisitId> visits) {
        var begun = Set.copyOf(consumer.visits);
        return visits.stream().filter(begun::contains).count();
    }

    private long countOf(Set<VisitId> visits) {
        return consumer.events.stream().filter(event -> visits.contains(event.visit())).count();
    }

    private List<VisitEvent> of(VisitId visit) {
        return consumer.events.stream().filter(event -> event.visit().equals(visit)).toList();
    }

    private void send(List<? extends VisitEvent> events) {
        try (var producer =
                new KafkaProducer<>(kafka, new StringSerializer(), new ByteArraySerializer())) {
            for (VisitEvent event : events) {
                String id = UUID.randomUUID().toString();
                var envelope = CloudEvent.of(id, "/test", Clock.systemUTC().instant(), event);
                var _ =
                        producer.send(
                                new ProducerRecord<>(
                                        Topic.VISITS.topicName(),
                                        event.subject(),
                                        EventCodec.encode(envelope)));
            }
        }
    }

    private static VisitEvent started(VisitId visit) {
        return new VisitStarted(visit, ACME);
    }

    private static VisitEvent destroyed(VisitId visit) {
        return new VisitDestroyed(visit, ACME, DestroyReason.LEFT);
    }

    private static VisitId visit() {
        return VisitId.mint("a0z9", RANDOM);
    }
}
