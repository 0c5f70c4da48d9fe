package org.lethe.gdpr.ledger;

import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.Dependent;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.lethe.contracts.event.CloudEvent;
import org.lethe.contracts.event.EventCodec;
import org.lethe.contracts.event.LedgerEntry;

/** Puts records on the ledger's topic; for one thread at a time. */
@Dependent
class LedgerWriter {

    private static final String SOURCE = "/lethe/gdpr-service";
    private static final int SMALL_BUFFER = 1 << 20;

    private final Map<String, Object> kafka;
    private final Duration patience;
    private final Clock clock;
    private @Nullable KafkaProducer<String, byte[]> producer;

    LedgerWriter(
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            LedgerSettings config,
            Clock clock) {
        this.kafka = kafka;
        this.patience = config.patience();
        this.clock = clock;
    }

    /** Writes it and says where it is; it may be written although that fails. */
    long write(LedgerEntry entry)
            throws ExecutionException, InterruptedException, TimeoutException {
        if (producer == null) {
            producer = producer();
        }
        var event = CloudEvent.of(UUID.randomUUID().toString(), SOURCE, clock.instant(), entry);
        var message =
                new ProducerRecord<>(
                        LedgerReader.PARTITION.topic(),
                        LedgerReader.PARTITION.partition(),
                        entry.subject(),
                        EventCodec.encode(event));
        return producer.send(message).get(patience.toMillis(), TimeUnit.MILLISECONDS).offset();
    }

    @PreDestroy
    void stop() {
        if (producer != null) {
            producer.close(Duration.ofSeconds(1));
        }
    }

    private KafkaProducer<String, byte[]> producer() {
        int patienceMillis = Math.toIntExact(patience.toMillis());
        var config = new HashMap<>(kafka);
        config.put(ProducerConfig.CLIENT_ID_CONFIG, "gdpr-service-ledger-writer");
        config.put(ProducerConfig.ACKS_CONFIG, "all");
        config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        config.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        config.put(ProducerConfig.BUFFER_MEMORY_CONFIG, SMALL_BUFFER);
        config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, patienceMillis);
        config.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, patienceMillis / 2);
        config.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, patienceMillis);
        return new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer());
    }
}
