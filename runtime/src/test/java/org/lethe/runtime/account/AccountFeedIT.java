package org.lethe.runtime.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.topic.Topic;
import org.lethe.runtime.fixture.TestAccounts;
import org.lethe.runtime.problem.Refusal;
import org.lethe.stack.fixture.LetheInfrastructure;

@QuarkusTest
@WithTestResource(LetheInfrastructure.class)
class AccountFeedIT {

    private static final SecureRandom RANDOM = new SecureRandom();

    @Inject AccountDirectory directory;

    @Inject
    @Identifier("default-kafka-broker")
    Map<String, Object> kafka;

    private final AccountId id = new AccountId("shop-" + RANDOM.nextLong(Long.MAX_VALUE));
    private final String origin = "https://" + id + ".example";

    @Test
    void bringsAnAccountIntoTheDirectory() {
        publish();

        assertThat(directory.require(id).version()).isEqualTo(1);
        assertThat(directory.allowsOrigin(origin)).isTrue();
    }

    @Test
    void takesAClosedAccountOutOfIt() {
        publish();

        TestAccounts.close(id);

        assertThat(directory.allowsOrigin(origin)).isFalse();
        assertThatThrownBy(() -> directory.require(id))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.NOT_FOUND));
    }

    @Test
    void readsOnBehindRecordsThatAreNoAccounts() {
        send("?", null);

        publish();

        assertThat(directory.find(id)).isPresent();
    }

    @Test
    void refusesAnAccountThatItCanNotReadAndNoOther() {
        publish();

        send(id.value(), new byte[] {'?'});
        try {
            Awaitility.await()
                    .untilAsserted(() ->
                            assertThatThrownBy(() -> directory.require(id))
                                    .isInstanceOfSatisfying(
                                            Refusal.class,
                                            refusal ->
                                                    assertThat(refusal.code())
                                                            .isEqualTo(ErrorCode.UNAVAILABLE)));
            assertThat(directory.find(new AccountId("nobody"))).isEmpty();
        } finally {
            // Others start on this topic, too.
            send(id.value(), null);
        }
    }

    private void publish() {
        TestAccounts.publish(id, Map.of("allowedOrigins", Set.of(origin)));
    }

    private void send(String key, byte @Nullable [] value) {
        try (var producer =
                new KafkaProducer<>(kafka, new StringSerializer(), new ByteArraySerializer())) {
            var _ = producer.send(new ProducerRecord<>(Topic.ACCOUNTS.topicName(), key, value));
        }
    }
}
