package org.lethe.runtime.event;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * A consumer outside any group: nothing is committed, each reads from where it wants, and an offset
 * that is not there is an error.
 */
public final class LoneConsumer {

    /** The records are small; the default buffers are made for streams of megabytes. */
    private static final int SMALL_FETCH = 1 << 20;

    private LoneConsumer() {}

    /**
     * Opens one.
     *
     * @param kafka the settings of the connection
     * @param name what the broker knows it by; another for each in a process
     * @param wait how long the broker holds a fetch open when there is nothing new
     */
    public static Consumer<byte[], byte[]> open(
            Map<String, Object> kafka, String name, Duration wait) {
        var config = new HashMap<>(kafka);
        config.remove(ConsumerConfig.GROUP_ID_CONFIG);
        config.put(ConsumerConfig.CLIENT_ID_CONFIG, name);
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        config.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, SMALL_FETCH);
        config.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, SMALL_FETCH);
        config.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, Math.toIntExact(wait.toMillis()));
        return new KafkaConsumer<>(
                config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }
}
