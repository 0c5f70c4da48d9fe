package org.lethe.runtime.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.contracts.event.VisitEvent.VisitStarted;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.VisitId;
import org.lethe.contracts.topic.Topic;
import org.lethe.runtime.event.EventSender;
import org.lethe.stack.test.LetheInfrastructure;

@QuarkusTest
@WithTestResource(LetheInfrastructure.class)
class EventIT {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final AccountId ACME = new AccountId("acme");

    @Inject EventSender sender;
    @Inject SampleConsumer consumer;

    @Inject
    @Identifier("default-kafka-broker")
    Map<String, Object> kafka;

    @Test
    void bringsAnEventToItsConsumer() {
        VisitId visit = VisitId.mint("a0z9", RANDOM);

        sender.send(new VisitStarted(visit, ACME));

        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(consumer.visits).contains(visit));
    }

    @Test
    void triesAgainWhatPasses() {
        VisitId visit = VisitId.mint("a0z9", RANDOM);
        consumer.failures.set(2);

        sender.send(new VisitStarted(visit, ACME));

        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(consumer.visits).contains(visit));
    }

    @Test
    void tellsWhereARecordIsThatItCannotProcess() {
        int before = consumer.deadLetters.size();
        try (var producer =
                new KafkaProducer<>(kafka, new StringSerializer(), new ByteArraySerializer())) {
            var _ =
                    producer.send(
                            new ProducerRecord<>(
                                    Topic.VISITS.topicName(),
                                    "nobody",
                                    new byte[] {'{', 'V', 'e', 'r', 'a'}));
        }

        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(consumer.deadLetters).hasSizeGreaterThan(before));
        assertThat(consumer.deadLetters.getLast())
                .satisfies(letter -> {
                    assertThat(letter.topic()).isEqualTo(Topic.VISITS);
                    assertThat(letter.code()).isEqualTo(ErrorCode.MALFORMED);
                });
    }
}
