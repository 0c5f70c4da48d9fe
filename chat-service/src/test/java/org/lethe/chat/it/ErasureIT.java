package org.lethe.chat.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lethe.contracts.event.Decoded;
import org.lethe.contracts.event.DestroyReason;
import org.lethe.contracts.event.ErasureEvent.ErasureAcknowledged;
import org.lethe.contracts.event.ErasureEvent.ErasureRequested;
import org.lethe.contracts.event.EventCodec;
import org.lethe.contracts.event.RemainsKind;
import org.lethe.contracts.event.ServiceName;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.id.ChatReceiptId;
import org.lethe.contracts.id.ErasureId;
import org.lethe.contracts.topic.Topic;
import org.lethe.privacy.vault.Vault;
import org.lethe.runtime.event.EventSender;
import org.lethe.stack.fixture.LetheInfrastructure;
import org.lethe.stack.fixture.TestTokens;

@QuarkusTest
@WithTestResource(LetheInfrastructure.class)
class ErasureIT {
    @Inject Site site;
    @Inject Vault vault;
    @Inject EventSender sender;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String kafka;

    @BeforeEach
    void settings() {
        site.settings(Map.of());
    }

    @Test
    void endsTheSocketsOfAnErasedChatAndAcknowledges() {
        try (TestSocket desk = TestSocket.desk(TestTokens.of("anna@acme.example"))) {
            desk.await("queue");
            Site.Chat chat = site.visitor().chat("Vera", "Forget me");
            // A chat that comes and goes between two changes of the queue is in neither.
            desk.await("queue", frame -> frame.path("chats").toString().contains(chat.id()));
            ChatId id = ChatId.of(chat.id());
            ErasureId erasure = vault.newErasureId();
            JsonNode told;
            try (TestSocket page = TestSocket.chat(chat.id(), chat.token(), 0)) {
                page.await("ready");
                page.send(TestSocket.frame("send").put("id", "message-1").put("text", "secret"));
                page.await("sent");

                vault.markErasing(List.of(id), erasure);
                page.send(TestSocket.frame("send").put("id", "message-2").put("text", "late"));
                assertThat(page.await("error").path("code").asText()).isEqualTo("chat-ended");
                vault.destroy(id, DestroyReason.ERASED, List.of());
                sender.send(new ErasureRequested(erasure, Site.ACME, List.of(id)));

                var ended = page.await("ended");
                assertThat(ended.path("reason").asText()).isEqualTo("erasure");
                assertThat(ended.path("destroyed").path("messages").asInt()).isEqualTo(2);
                assertThat(ended.path("destroyed").path("receipt").asText())
                        .isEqualTo(ChatReceiptId.of(id).value());
                assertThat(page.closeCode()).isEqualTo(1000);
                told = ended;
            }
            desk.await("queue", frame -> frame.path("gone").toString().contains(chat.id()));
            try (TestSocket again = TestSocket.chat(chat.id(), chat.token(), 0)) {
                assertThat(again.await("ended")).isEqualTo(told);
                assertThat(again.closeCode()).isEqualTo(1000);
            }
            ErasureAcknowledged acknowledged = acknowledgement(erasure);
            assertThat(acknowledged.service()).isEqualTo(ServiceName.CHAT_SERVICE);
            assertThat(acknowledged.removed()).isEqualTo(Map.of(RemainsKind.CHATS, 1));
        }
    }

    private ErasureAcknowledged acknowledgement(ErasureId erasure) {
        Map<String, Object> config =
                Map.of(
                        "bootstrap.servers",
                        kafka,
                        "group.id",
                        "test-" + UUID.randomUUID(),
                        "auto.offset.reset",
                        "earliest");
        try (var consumer =
                new KafkaConsumer<>(
                        config, new StringDeserializer(), new ByteArrayDeserializer())) {
            consumer.subscribe(List.of(Topic.ERASURES.topicName()));
            return Awaitility.await()
                    .atMost(Duration.ofSeconds(20))
                    .until(() -> poll(consumer, erasure), found -> found != null);
        }
    }

    private static @Nullable ErasureAcknowledged poll(
            KafkaConsumer<String, byte[]> consumer, ErasureId erasure) {
        for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofMillis(500))) {
            if (EventCodec.decode(record.value()) instanceof Decoded.Understood(var envelope)
                    && envelope.data() instanceof ErasureAcknowledged acknowledged
                    && acknowledged.erasure().equals(erasure)) {
                return acknowledged;
            }
        }
        return null;
    }
}
