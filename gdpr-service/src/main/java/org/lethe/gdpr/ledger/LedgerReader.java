package org.lethe.gdpr.ledger;

import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.contracts.event.Decoded;
import org.lethe.contracts.event.EventCodec;
import org.lethe.contracts.event.LedgerEntry;
import org.lethe.contracts.topic.Topic;
import org.lethe.privacy.log.Log;
import org.lethe.privacy.log.OncePerCause;
import org.lethe.runtime.event.LoneConsumer;
import org.lethe.runtime.problem.Refusal;

/** Fetches single entries of the ledger by their offset. */
@ApplicationScoped
class LedgerReader {

    /** The topic has this one partition, which gives the order of the entries. */
    static final TopicPartition PARTITION = new TopicPartition(Topic.LEDGER.topicName(), 0);

    private static final Duration POLL = Duration.ofMillis(500);

    /** What is asked for is there: a fetch beyond the end must not hold up the next question. */
    private static final Duration READ_WAIT = Duration.ofMillis(5);

    private static final long NEAR = 500;

    private final Map<String, Object> kafka;
    private final Duration patience;
    private final OncePerCause failures = new OncePerCause(Log.of(LedgerReader.class));
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable Consumer<byte[], byte[]> consumer;

    LedgerReader(
            @Identifier("default-kafka-broker") Map<String, Object> kafka, LedgerSettings config) {
        this.kafka = kafka;
        this.patience = config.patience();
    }

    LedgerEntry at(long offset) {
        return at(List.of(offset)).getFirst();
    }

    /** The entries at these offsets, which rise. */
    List<LedgerEntry> at(List<Long> offsets) {
        lock.lock();
        try {
            if (consumer == null) {
                consumer = LoneConsumer.open(kafka, PARTITION.topic() + "-entries", READ_WAIT);
                consumer.assign(List.of(PARTITION));
                consumer.seekToBeginning(List.of(PARTITION));
            }
            List<LedgerEntry> entries = read(consumer, offsets);
            failures.passed();
            return entries;
        } catch (KafkaException e) {
            failures.warn("entries of the ledger can't be read", e);
            stop();
            throw new Refusal(ErrorCode.UNAVAILABLE);
        } finally {
            lock.unlock();
        }
    }

    @PreDestroy
    void stop() {
        lock.lock();
        try {
            if (consumer != null) {
                consumer.close();
                consumer = null;
            }
        } finally {
            lock.unlock();
        }
    }

    private List<LedgerEntry> read(Consumer<byte[], byte[]> from, List<Long> offsets) {
        var wanted = new ArrayDeque<>(offsets);
        var entries = new ArrayList<LedgerEntry>();
        long until = System.nanoTime() + patience.toNanos();
        while (!wanted.isEmpty()) {
            if (System.nanoTime() - until > 0) {
                throw new Refusal(ErrorCode.UNAVAILABLE);
            }
            approach(from, wanted.element());
            for (ConsumerRecord<byte[], byte[]> message : from.poll(POLL)) {
                if (Objects.equals(wanted.peek(), message.offset())) {
                    wanted.remove();
                    entries.add(
                            entry(message)
                                    .orElseThrow(() ->
                                            new IllegalStateException("no entry at its place")));
                }
            }
        }
        return entries;
    }

    /** Neighbours are read on in one go; what is farther away is jumped to. */
    private static void approach(Consumer<byte[], byte[]> from, long offset) {
        long position = from.position(PARTITION);
        if (offset < position || offset > position + NEAR) {
            from.seek(PARTITION, offset);
        }
    }

    static Optional<LedgerEntry> entry(ConsumerRecord<byte[], byte[]> message) {
        return message.value() != null
                        && EventCodec.decode(message.value()) instanceof Decoded.Understood decoded
                        && decoded.event().data() instanceof LedgerEntry entry
                ? Optional.of(entry)
                : Optional.empty();
    }
}
