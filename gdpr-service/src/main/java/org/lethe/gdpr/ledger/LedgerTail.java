package org.lethe.gdpr.ledger;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.ObserverMethod;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.lethe.contracts.event.Decoded;
import org.lethe.contracts.event.EventCodec;
import org.lethe.contracts.event.LedgerEntry;
import org.lethe.runtime.rhythm.Backoff;

/** Follows the ledger's topic from its beginning and keeps the chain up to date. */
@ApplicationScoped
class LedgerTail {

    /** Who enters something at the end must do so before. */
    static final int STOPS = ObserverMethod.DEFAULT_PRIORITY;

    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final LedgerTopic topic;
    private final LedgerChain chain = new LedgerChain();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition moved = lock.newCondition();
    private long seen = -1;
    private boolean caughtUp;
    private volatile boolean stopped;
    private volatile @Nullable KafkaConsumer<byte[], byte[]> reader;

    LedgerTail(LedgerTopic topic) {
        this.topic = topic;
    }

    void start(@Observes StartupEvent event) {
        Thread.ofPlatform().daemon().name("ledger-tail").start(this::follow);
    }

    void stop(@Observes @Priority(STOPS) ShutdownEvent event) {
        stopped = true;
        KafkaConsumer<byte[], byte[]> current = reader;
        if (current != null) {
            current.wakeup();
        }
    }

    /** Whether everything that was in the topic at the start has been read. */
    boolean isCaughtUp() {
        return ask(_ -> caughtUp);
    }

    <T> T ask(Function<LedgerChain, T> question) {
        lock.lock();
        try {
            return question.apply(chain);
        } finally {
            lock.unlock();
        }
    }

    /** Waits until the record at the offset was read; false if that takes too long. */
    boolean awaits(long offset, Duration patience) throws InterruptedException {
        long left = patience.toNanos();
        lock.lock();
        try {
            while (seen < offset && left > 0) {
                left = moved.awaitNanos(left);
            }
            return seen >= offset;
        } finally {
            lock.unlock();
        }
    }

    static Optional<LedgerEntry> entry(ConsumerRecord<byte[], byte[]> record) {
        return record.value() != null
                        && EventCodec.decode(record.value()) instanceof Decoded.Understood decoded
                        && decoded.event().data() instanceof LedgerEntry entry
                ? Optional.of(entry)
                : Optional.empty();
    }

    private void follow() {
        var backoff = Backoff.every(PAUSE);
        boolean goOn = true;
        while (goOn && !stopped) {
            try (KafkaConsumer<byte[], byte[]> consumer = topic.reader(POLL)) {
                reader = consumer;
                consumer.seek(LedgerTopic.PARTITION, seen + 1);
                follow(consumer);
            } catch (WakeupException _) {
                // Only stop() wakes it.
            } catch (KafkaException _) {
                goOn = backoff.pause();
            }
        }
    }

    private void follow(KafkaConsumer<byte[], byte[]> consumer) {
        while (!stopped) {
            List<ConsumerRecord<byte[], byte[]>> records =
                    consumer.poll(POLL).records(LedgerTopic.PARTITION);
            boolean end = caughtUp || isAtEnd(consumer);
            lock.lock();
            try {
                records.forEach(this::take);
                caughtUp = end;
                moved.signalAll();
            } finally {
                lock.unlock();
            }
        }
    }

    private static boolean isAtEnd(KafkaConsumer<byte[], byte[]> consumer) {
        var partition = LedgerTopic.PARTITION;
        Long end = consumer.endOffsets(List.of(partition)).get(partition);
        return end != null && consumer.position(partition) >= end;
    }

    private void take(ConsumerRecord<byte[], byte[]> record) {
        entry(record).ifPresent(entry -> chain.accept(entry, record.offset()));
        seen = record.offset();
    }
}
