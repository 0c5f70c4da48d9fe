package org.lethe.gdpr.ledger;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.contracts.event.LedgerEntry;
import org.lethe.runtime.problem.Refusal;

/** Fetches single entries of the ledger by their offset. */
@ApplicationScoped
class LedgerReader {

    private static final Duration POLL = Duration.ofMillis(500);

    /** What is asked for is there: a fetch beyond the end must not hold up the next question. */
    private static final Duration READ_WAIT = Duration.ofMillis(5);

    private static final long NEAR = 500;

    private final LedgerTopic topic;
    private final Duration patience;
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable KafkaConsumer<byte[], byte[]> consumer;

    LedgerReader(LedgerTopic topic, LedgerConfig config) {
        this.topic = topic;
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
                consumer = topic.reader(READ_WAIT);
            }
            return read(consumer, offsets);
        } catch (KafkaException _) {
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
            }
        } finally {
            lock.unlock();
        }
    }

    private List<LedgerEntry> read(KafkaConsumer<byte[], byte[]> from, List<Long> offsets) {
        var wanted = new ArrayDeque<>(offsets);
        var entries = new ArrayList<LedgerEntry>();
        long until = System.nanoTime() + patience.toNanos();
        while (!wanted.isEmpty()) {
            if (System.nanoTime() - until > 0) {
                throw new Refusal(ErrorCode.UNAVAILABLE);
            }
            approach(from, wanted.element());
            for (ConsumerRecord<byte[], byte[]> record :
                    from.poll(POLL).records(LedgerTopic.PARTITION)) {
                if (Objects.equals(wanted.peek(), record.offset())) {
                    wanted.remove();
                    entries.add(entry(record));
                }
            }
        }
        return entries;
    }

    /** Neighbours are read on in one go; what is farther away is jumped to. */
    private static void approach(KafkaConsumer<byte[], byte[]> from, long offset) {
        long position = from.position(LedgerTopic.PARTITION);
        if (offset < position || offset > position + NEAR) {
            from.seek(LedgerTopic.PARTITION, offset);
        }
    }

    private static LedgerEntry entry(ConsumerRecord<byte[], byte[]> record) {
        return LedgerTail.entry(record)
                .orElseThrow(() -> new IllegalStateException("no entry at its place"));
    }
}
