package org.lethe.stack.test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.lethe.contracts.event.Decoded;
import org.lethe.contracts.event.Event;
import org.lethe.contracts.event.EventCodec;
import org.lethe.contracts.topic.Topic;

/** Reads what was told on a topic. */
public final class EventTopic {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private EventTopic() {}

    /** Events of a type with a subject, all that there are; waits until there is one. */
    public static <E extends Event> List<E> about(Topic topic, String subject, Class<E> type) {
        var found = new ArrayList<E>();
        try (var consumer = consumer()) {
            var partitions =
                    consumer.partitionsFor(topic.topicName()).stream()
                            .map(info -> new TopicPartition(info.topic(), info.partition()))
                            .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            long until = System.nanoTime() + PATIENCE.toNanos();
            while ((found.isEmpty() || !isAtEnd(consumer)) && System.nanoTime() < until) {
                consumer.poll(Duration.ofMillis(500))
                        .forEach(record -> event(record, subject, type).ifPresent(found::add));
            }
        }
        return found;
    }

    private static <E extends Event> Optional<E> event(
            ConsumerRecord<String, byte[]> record, String subject, Class<E> type) {
        return subject.equals(record.key())
                        && EventCodec.decode(record.value())
                                instanceof Decoded.Understood(var envelope)
                        && type.isInstance(envelope.data())
                ? Optional.of(type.cast(envelope.data()))
                : Optional.empty();
    }

    private static boolean isAtEnd(KafkaConsumer<String, byte[]> consumer) {
        return consumer.endOffsets(consumer.assignment()).entrySet().stream()
                .allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
    }

    private static KafkaConsumer<String, byte[]> consumer() {
        var settings = new Properties();
        settings.put("bootstrap.servers", LetheInfrastructure.state().kafka().bootstrap());
        settings.put("key.deserializer", StringDeserializer.class.getName());
        settings.put("value.deserializer", ByteArrayDeserializer.class.getName());
        return new KafkaConsumer<>(settings);
    }
}
