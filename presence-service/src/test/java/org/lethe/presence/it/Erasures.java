package org.lethe.presence.it;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.lethe.contracts.event.Decoded;
import org.lethe.contracts.event.ErasureEvent.ErasureAcknowledged;
import org.lethe.contracts.event.EventCodec;
import org.lethe.contracts.id.ErasureId;
import org.lethe.contracts.topic.Topic;
import org.lethe.stack.fixture.LetheInfrastructure;

/** Reads what the service answers to erasures. */
final class Erasures implements AutoCloseable {

    private final KafkaConsumer<String, byte[]> consumer;

    Erasures() {
        consumer =
                new KafkaConsumer<>(
                        Map.of(
                                "bootstrap.servers",
                                LetheInfrastructure.state().kafka().bootstrap()),
                        new StringDeserializer(),
                        new ByteArrayDeserializer());
        List<TopicPartition> partitions = new ArrayList<>();
        for (int at = 0; at < Topic.ERASURES.partitions(); at++) {
            partitions.add(new TopicPartition(Topic.ERASURES.topicName(), at));
        }
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
    }

    ErasureAcknowledged acknowledged(ErasureId erasure) {
        long until = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (System.nanoTime() < until) {
            for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofMillis(200))) {
                Optional<ErasureAcknowledged> found = acknowledgement(record.value());
                if (found.isPresent() && found.get().erasure().equals(erasure)) {
                    return found.get();
                }
            }
        }
        throw new AssertionError("no acknowledgement came");
    }

    private static Optional<ErasureAcknowledged> acknowledgement(byte[] value) {
        return EventCodec.decode(value) instanceof Decoded.Understood(var envelope)
                        && envelope.data() instanceof ErasureAcknowledged acknowledged
                ? Optional.of(acknowledged)
                : Optional.empty();
    }

    @Override
    public void close() {
        consumer.close();
    }
}
