package org.lethe.gdpr.ledger;

import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.Dependent;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.lethe.contracts.topic.Topic;

/** Makes the clients of the ledger's topic; its one partition gives the order of the entries. */
@Dependent
class LedgerTopic {

    static final TopicPartition PARTITION = new TopicPartition(Topic.LEDGER.topicName(), 0);

    private static final int SMALL_FETCH = 1 << 20;

    private final Map<String, Object> broker;

    LedgerTopic(@Identifier("default-kafka-broker") Map<String, Object> broker) {
        this.broker = broker;
    }

    /**
     * A reader outside any group: nothing is committed, each reads from where it wants.
     *
     * @param wait how long the broker holds a fetch open when there is nothing new
     */
    KafkaConsumer<byte[], byte[]> reader(Duration wait) {
        var config = new HashMap<>(broker);
        config.remove(ConsumerConfig.GROUP_ID_CONFIG);
        config.put(ConsumerConfig.CLIENT_ID_CONFIG, "gdpr-service-ledger-reader");
        config.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        config.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        config.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, SMALL_FETCH);
        config.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, Math.toIntExact(wait.toMillis()));
        config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        var reader = new KafkaConsumer<byte[], byte[]>(config);
        reader.assign(List.of(PARTITION));
        return reader;
    }

    KafkaProducer<String, byte[]> writer(int patienceMillis) {
        var config = new HashMap<>(broker);
        config.put(ProducerConfig.CLIENT_ID_CONFIG, "gdpr-service-ledger-writer");
        config.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, StringSerializer.class);
        config.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        config.put(ProducerConfig.ACKS_CONFIG, "all");
        config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        config.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        config.put(ProducerConfig.BUFFER_MEMORY_CONFIG, SMALL_FETCH);
        config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, patienceMillis);
        config.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, patienceMillis / 2);
        config.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, patienceMillis);
        return new KafkaProducer<>(config);
    }
}
