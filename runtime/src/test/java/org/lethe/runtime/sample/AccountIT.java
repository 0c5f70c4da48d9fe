package org.lethe.runtime.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.topic.Topic;
import org.lethe.runtime.account.AccountDirectory;
import org.lethe.runtime.account.AccountSettings;
import org.lethe.runtime.account.AccountWriter;
import org.lethe.runtime.account.WriteOutcome;
import org.lethe.runtime.problem.Refusal;
import org.lethe.stack.test.LetheInfrastructure;

@QuarkusTest
@WithTestResource(LetheInfrastructure.class)
class AccountIT {

    private static final SecureRandom RANDOM = new SecureRandom();

    @Inject AccountWriter writer;
    @Inject AccountDirectory directory;

    @Inject
    @Identifier("default-kafka-broker")
    Map<String, Object> kafka;

    private final AccountId id = new AccountId("shop-" + RANDOM.nextLong(Long.MAX_VALUE));
    private final String origin = "https://" + id + ".example";

    @BeforeEach
    void loaded() {
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(directory::isLoaded);
    }

    @Test
    void isInTheDirectoryWhenItIsWritten() {
        assertThat(created().version()).isEqualTo(1);

        assertThat(directory.require(id).version()).isEqualTo(1);
        assertThat(directory.allowsOrigin(origin)).isTrue();
    }

    @Test
    void isMadeOnce() {
        created();

        assertThat(writer.create(SampleAccounts.settings(id, origin)))
                .isEqualTo(new WriteOutcome.Conflict());
    }

    @Test
    void isChangedFromThePresentVersionOnly() {
        AccountSettings settings = created();

        assertThat(writer.change(settings, 1)).isInstanceOf(WriteOutcome.Written.class);
        assertThat(writer.change(settings, 1)).isEqualTo(new WriteOutcome.Conflict());
        assertThat(directory.require(id).version()).isEqualTo(2);
    }

    @Test
    void letsOneOfManyWritersWin() throws InterruptedException, ExecutionException {
        AccountSettings settings = created();
        Callable<WriteOutcome> change = () -> writer.change(settings, 1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<WriteOutcome>> outcomes =
                    threads.invokeAll(IntStream.range(0, 8).mapToObj(i -> change).toList());
            int written = 0;
            for (Future<WriteOutcome> outcome : outcomes) {
                written += outcome.get() instanceof WriteOutcome.Written ? 1 : 0;
            }
            assertThat(written).isEqualTo(1);
        }
        assertThat(directory.require(id).version()).isEqualTo(2);
    }

    @Test
    void isGoneWhenItIsClosed() {
        created();

        assertThat(writer.close(id, 1)).isInstanceOf(WriteOutcome.Written.class);

        assertThat(directory.find(id)).isEmpty();
        assertThat(directory.allowsOrigin(origin)).isFalse();
        assertThatThrownBy(() -> directory.require(id))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.NOT_FOUND));
        assertThat(created().version()).isEqualTo(1);
    }

    @Test
    void isReadBehindRecordsThatAreNoAccounts() {
        send("?", null);
        send("shop", new byte[] {'?'});

        assertThat(created().version()).isEqualTo(1);
    }

    private void send(String key, byte @Nullable [] value) {
        try (var producer =
                new KafkaProducer<>(kafka, new StringSerializer(), new ByteArraySerializer())) {
            var _ = producer.send(new ProducerRecord<>(Topic.ACCOUNTS.topicName(), key, value));
        }
    }

    private AccountSettings created() {
        WriteOutcome outcome = writer.create(SampleAccounts.settings(id, origin));
        assertThat(outcome).isInstanceOf(WriteOutcome.Written.class);
        return ((WriteOutcome.Written) outcome).settings();
    }
}
