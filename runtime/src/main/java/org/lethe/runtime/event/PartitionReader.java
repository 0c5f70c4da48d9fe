package org.lethe.runtime.event;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.contracts.topic.Topic;
import org.lethe.privacy.log.Log;
import org.lethe.privacy.log.LogKey;
import org.lethe.privacy.log.OncePerCause;
import org.lethe.runtime.problem.Refusal;

/**
 * Fetches single records of a topic's only partition by their offset, one question after the other.
 * Refuses as unavailable while it can't.
 */
public final class PartitionReader implements AutoCloseable {

    private static final Log LOG = Log.of(PartitionReader.class);
    private static final Duration POLL = Duration.ofMillis(500);

    /** What is asked for is there: a fetch beyond the end must not hold up the next question. */
    private static final Duration READ_WAIT = Duration.ofMillis(5);

    /** So many small records come with one fetch. */
    private static final long NEAR = 500;

    private final Topic topic;
    private final TopicPartition partition;
    private final Supplier<Consumer<byte[], byte[]>> opening;
    private final Duration patience;
    private final long near;
    private final OncePerCause failures = new OncePerCause(LOG);
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable Consumer<byte[], byte[]> consumer;

    /**
     * Of a topic with small records.
     *
     * @param use what it is for; another for each reader of the topic
     */
    public PartitionReader(Topic topic, String use, Map<String, Object> kafka, Duration patience) {
        this(topic, use, kafka, patience, NEAR);
    }

    /**
     * Reads a topic.
     *
     * @param use what it is for; another for each reader of the topic
     * @param near how many records farther on something may be for those between to be read, too,
     *     instead of being jumped over
     */
    public PartitionReader(
            Topic topic, String use, Map<String, Object> kafka, Duration patience, long near) {
        this(
                topic,
                () -> LoneConsumer.open(kafka, topic.topicName() + "-" + use, READ_WAIT),
                patience,
                near);
    }

    PartitionReader(
            Topic topic, Supplier<Consumer<byte[], byte[]>> opening, Duration patience, long near) {
        this.topic = topic;
        this.partition = new TopicPartition(topic.topicName(), 0);
        this.opening = opening;
        this.patience = patience;
        this.near = near;
    }

    /** The record at an offset, which is there. */
    public ConsumerRecord<byte[], byte[]> at(long offset) {
        return at(List.of(offset)).getFirst();
    }

    /** The records at these offsets, which are there; refused at once if one is not. */
    public List<ConsumerRecord<byte[], byte[]>> at(List<Long> offsets) {
        return find(offsets).orElseThrow(() -> new Refusal(ErrorCode.UNAVAILABLE));
    }

    /** The records at these offsets, all before the end; empty if one is not there. */
    public Optional<List<ConsumerRecord<byte[], byte[]>>> find(List<Long> offsets) {
        return ask(open -> read(open, offsets));
    }

    /** The records from an offset to before another; both are between begin and end. */
    public List<ConsumerRecord<byte[], byte[]>> range(long from, long to) {
        return ask(open -> read(open, from, to));
    }

    /** The offset of the first record that is left. */
    public long begin() {
        return ask(open -> open.beginningOffsets(List.of(partition), patience).get(partition));
    }

    /** The offset that the next record will have. */
    public long end() {
        return ask(open -> open.endOffsets(List.of(partition), patience).get(partition));
    }

    @Override
    public void close() {
        lock.lock();
        try {
            letGo();
        } finally {
            lock.unlock();
        }
    }

    /** What can't be closed in good order is over all the same, and must not be asked again. */
    private void letGo() {
        Consumer<byte[], byte[]> open = consumer;
        consumer = null;
        if (open == null) {
            return;
        }
        try {
            open.close();
        } catch (KafkaException e) {
            LOG.debug("a consumer was not closed in good order", LogKey.REASON.of(e));
        }
    }

    private <T> T ask(Function<Consumer<byte[], byte[]>, T> question) {
        lock.lock();
        try {
            if (consumer == null) {
                consumer = opening.get();
                consumer.assign(List.of(partition));
                consumer.seekToBeginning(List.of(partition));
            }
            T answer = question.apply(consumer);
            failures.passed();
            return answer;
        } catch (KafkaException e) {
            failures.warn("records can't be read", e, LogKey.TOPIC.of(topic));
            letGo();
            throw new Refusal(ErrorCode.UNAVAILABLE);
        } finally {
            lock.unlock();
        }
    }

    private Optional<List<ConsumerRecord<byte[], byte[]>>> read(
            Consumer<byte[], byte[]> from, List<Long> offsets) {
        var wanted = new ArrayDeque<>(offsets);
        var records = new ArrayList<ConsumerRecord<byte[], byte[]>>();
        long until = System.nanoTime() + patience.toNanos();
        while (!wanted.isEmpty()) {
            if (System.nanoTime() - until > 0) {
                throw new Refusal(ErrorCode.UNAVAILABLE);
            }
            long sought = approach(from, wanted.element());
            for (ConsumerRecord<byte[], byte[]> message : from.poll(POLL)) {
                if (Objects.equals(wanted.peek(), message.offset())) {
                    wanted.remove();
                    records.add(message);
                    sought = message.offset() + 1;
                }
            }
            Long next = wanted.peek();
            if (next != null && next >= sought && next < from.position(partition)) {
                return Optional.empty();
            }
        }
        return Optional.of(records);
    }

    /** Some offsets have no record, as those where a transaction ends. */
    private List<ConsumerRecord<byte[], byte[]>> read(
            Consumer<byte[], byte[]> from, long begin, long end) {
        var records = new ArrayList<ConsumerRecord<byte[], byte[]>>();
        long until = System.nanoTime() + patience.toNanos();
        from.seek(partition, begin);
        while (from.position(partition) < end) {
            if (System.nanoTime() - until > 0) {
                throw new Refusal(ErrorCode.UNAVAILABLE);
            }
            for (ConsumerRecord<byte[], byte[]> message : from.poll(POLL)) {
                if (message.offset() < end) {
                    records.add(message);
                }
            }
        }
        return records;
    }

    /**
     * Neighbours are read on in one go; what is farther away is jumped to.
     *
     * @return where the next record is looked for
     */
    private long approach(Consumer<byte[], byte[]> from, long offset) {
        long position = from.position(partition);
        if (offset < position || offset > position + near) {
            from.seek(partition, offset);
            return offset;
        }
        return position;
    }
}
