package org.lethe.runtime.event;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.lethe.contracts.topic.Topic;
import org.lethe.privacy.log.Log;
import org.lethe.privacy.log.LogKey;
import org.lethe.privacy.log.OncePerCause;
import org.lethe.privacy.pause.Backoff;

/**
 * Reads a whole topic or what its follower does not know of it, then follows it, on a thread of its
 * own until it is closed. Every process needs all of it, so there is no consumer group and nothing
 * is committed.
 *
 * <p>Whatever fails, Kafka or the follower: it is told once per cause, and all is read anew, since
 * the tombstone of what was removed meanwhile may be gone too.
 */
public final class TopicTail implements AutoCloseable {

    private static final Log LOG = Log.of(TopicTail.class);
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    /** With the time-out of the question, less than a tombstone is kept for. */
    private static final Duration STILL_THERE = Duration.ofMinutes(1);

    private final Topic topic;
    private final Supplier<Consumer<byte[], byte[]>> opening;
    private final Follower follower;
    private final Backoff pauses;
    private final Duration stillThere;
    private final OncePerCause failures = new OncePerCause(LOG);
    private volatile @Nullable Consumer<byte[], byte[]> consumer;
    private volatile boolean following;
    private volatile boolean closed;

    /** What is done with a topic's records; all of it on the tail's thread. */
    public interface Follower {

        /** The topic is read, for the first time or again. */
        void onBegin();

        /**
         * Where a partition is read from, asked after {@link #onBegin}: from its beginning, unless
         * the follower knows what stands before.
         *
         * @param begin the offset of the first record that is left
         * @param end the offset that the next record will have
         */
        default long first(long begin, long end) {
            return begin;
        }

        void onRecord(ConsumerRecord<byte[], byte[]> message);

        /** All that was there when reading began has been told; what is new comes from now on. */
        void onCaughtUp();
    }

    public TopicTail(Topic topic, Map<String, Object> kafka, Follower follower) {
        this(
                topic,
                () -> LoneConsumer.open(kafka, topic.topicName() + "-tail", POLL),
                follower,
                Backoff.every(PAUSE),
                STILL_THERE);
    }

    TopicTail(
            Topic topic,
            Supplier<Consumer<byte[], byte[]>> opening,
            Follower follower,
            Backoff pauses,
            Duration stillThere) {
        this.topic = topic;
        this.opening = opening;
        this.follower = follower;
        this.pauses = pauses;
        this.stillThere = stillThere;
    }

    /** Begins to read. */
    public void start() {
        // Not virtual: the selector would hold a carrier.
        Thread.ofPlatform().daemon().name(topic.topicName() + "-tail").start(this::run);
    }

    /** Whether all has been read and nothing has failed since. */
    public boolean isFollowing() {
        return following;
    }

    @Override
    public void close() {
        closed = true;
        Consumer<byte[], byte[]> open = consumer;
        if (open != null) {
            open.wakeup();
        }
    }

    void run() {
        boolean goOn = true;
        while (goOn && !closed) {
            try (Consumer<byte[], byte[]> open = opening.get()) {
                consumer = open;
                readAll(open);
                following = true;
                failures.passed();
                follow(open);
            } catch (WakeupException e) {
                // Only close() wakes it.
            } catch (RuntimeException e) {
                following = false;
                failures.warn("a topic has to be read anew", e, LogKey.TOPIC.of(topic));
                goOn = pauses.pause();
            }
        }
    }

    private void readAll(Consumer<byte[], byte[]> open) {
        List<TopicPartition> partitions = partitions(open);
        open.assign(partitions);
        open.seekToBeginning(partitions);
        Map<TopicPartition, Long> ends = open.endOffsets(partitions);
        follower.onBegin();
        skip(open, ends);
        while (!isRead(open, ends)) {
            open.poll(POLL).forEach(follower::onRecord);
        }
        follower.onCaughtUp();
    }

    /** What is read from its beginning is not sought: the beginning may move meanwhile. */
    private void skip(Consumer<byte[], byte[]> open, Map<TopicPartition, Long> ends) {
        Map<TopicPartition, Long> begins = open.beginningOffsets(ends.keySet());
        ends.forEach((partition, end) -> {
            long begin = begins.getOrDefault(partition, 0L);
            long first = follower.first(begin, end);
            if (first > begin) {
                open.seek(partition, first);
            }
        });
    }

    /** Throws when Kafka is away, of which a poll says nothing. */
    private void follow(Consumer<byte[], byte[]> open) {
        long asked = System.nanoTime();
        while (!closed) {
            open.poll(POLL).forEach(follower::onRecord);
            if (System.nanoTime() - asked > stillThere.toNanos()) {
                open.endOffsets(open.assignment());
                asked = System.nanoTime();
            }
        }
    }

    private List<TopicPartition> partitions(Consumer<byte[], byte[]> open) {
        List<PartitionInfo> infos = open.partitionsFor(topic.topicName());
        if (infos == null || infos.isEmpty()) {
            throw new UnknownTopicOrPartitionException();
        }
        return infos.stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
    }

    private static boolean isRead(Consumer<byte[], byte[]> open, Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream()
                .allMatch(end -> open.position(end.getKey()) >= end.getValue());
    }
}
