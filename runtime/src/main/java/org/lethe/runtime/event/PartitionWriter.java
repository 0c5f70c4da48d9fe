package org.lethe.runtime.event;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.contracts.topic.Topic;
import org.lethe.runtime.problem.Refusal;

/**
 * Writes records to a topic's only partition and says at which offsets they are. Refuses as
 * unavailable while it can't; what was to be written may be there all the same.
 */
public final class PartitionWriter implements AutoCloseable {

    private static final int SMALL_BUFFER = 1 << 20;

    private final Topic topic;
    private final String name;
    private final Map<String, Object> kafka;
    private final Duration patience;
    private final ReentrantLock opening = new ReentrantLock();
    private @Nullable KafkaProducer<String, byte[]> producer;

    /**
     * @param name what the broker knows it by; another for each in a process
     * @param patience how long the records of one question may take
     */
    public PartitionWriter(Topic topic, String name, Map<String, Object> kafka, Duration patience) {
        this.topic = topic;
        this.name = name;
        this.kafka = kafka;
        this.patience = patience;
    }

    /** Returns when it can't be lost any more, with the record's offset. */
    public long write(String key, byte[] value) {
        return write(key, List.of(value)).getFirst();
    }

    /** Returns when none can be lost any more, with their offsets, which rise. */
    public List<Long> write(String key, List<byte[]> values) {
        long until = System.nanoTime() + patience.toNanos();
        try {
            KafkaProducer<String, byte[]> open = open();
            List<Future<RecordMetadata>> sent =
                    values.stream()
                            .map(value ->
                                    open.send(
                                            new ProducerRecord<>(topic.topicName(), 0, key, value)))
                            .toList();
            var offsets = new Long[sent.size()];
            for (int i = 0; i < offsets.length; i++) {
                long left = Math.max(0, until - System.nanoTime());
                offsets[i] = sent.get(i).get(left, TimeUnit.NANOSECONDS).offset();
            }
            return List.of(offsets);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new Refusal(ErrorCode.UNAVAILABLE);
        } catch (ExecutionException | TimeoutException | KafkaException _) {
            throw new Refusal(ErrorCode.UNAVAILABLE);
        }
    }

    @Override
    public void close() {
        opening.lock();
        try {
            if (producer != null) {
                producer.close(Duration.ofSeconds(1));
                producer = null;
            }
        } finally {
            opening.unlock();
        }
    }

    private KafkaProducer<String, byte[]> open() {
        opening.lock();
        try {
            if (producer == null) {
                producer = create();
            }
            return producer;
        } finally {
            opening.unlock();
        }
    }

    private KafkaProducer<String, byte[]> create() {
        int patienceMillis = Math.toIntExact(patience.toMillis());
        var config = new HashMap<>(kafka);
        config.put(ProducerConfig.CLIENT_ID_CONFIG, name);
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
