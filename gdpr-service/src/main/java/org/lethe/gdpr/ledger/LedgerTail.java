package org.lethe.gdpr.ledger;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.ObserverMethod;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.lethe.contracts.topic.Topic;
import org.lethe.contracts.tree.MerkleTree;
import org.lethe.contracts.tree.Tiles;
import org.lethe.runtime.event.TopicTail;

/**
 * Keeps chains and tree up to date with the ledger's topic, from its newest checkpoint on. While it
 * has to be read anew, what was known stays until that is done.
 */
@ApplicationScoped
class LedgerTail {

    /** Who enters something at the end must do so before. */
    static final int STOPS = ObserverMethod.DEFAULT_PRIORITY;

    private final TopicTail tail;
    private final Follower follower;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition moved = lock.newCondition();
    private final Tiles tiles;
    private final Checkpoints checkpoints;
    private LedgerState known;
    private long seen = -1;
    private boolean isRead;
    private volatile boolean isChanged;

    LedgerTail(
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            Tiles tiles,
            Checkpoints checkpoints) {
        this.tiles = tiles;
        this.checkpoints = checkpoints;
        this.known = new LedgerState(tiles);
        this.follower = new Follower();
        this.tail = new TopicTail(Topic.LEDGER, kafka, follower);
    }

    void start(@Observes StartupEvent event) {
        tail.start();
    }

    void stop(@Observes @Priority(STOPS) ShutdownEvent event) {
        tail.close();
    }

    /** Whether everything that was in the topic at the start has been read once. */
    boolean isRead() {
        return ask(_ -> isRead);
    }

    /** Whether what is new is seen; without that nothing can be entered. */
    boolean isFollowing() {
        return tail.isFollowing();
    }

    <T> T ask(Function<LedgerChain, T> question) {
        lock.lock();
        try {
            return question.apply(known.chain());
        } finally {
            lock.unlock();
        }
    }

    /** The tree over all records that were read; empty if some are missing. */
    Optional<MerkleTree> tree() {
        lock.lock();
        try {
            return known.tree();
        } finally {
            lock.unlock();
        }
    }

    /** How many tiles were taken from a checkpoint, whose records were not read for it. */
    long loadedTiles() {
        lock.lock();
        try {
            return known.loadedTiles();
        } finally {
            lock.unlock();
        }
    }

    /** Whether records are known to be others than those that the tree was made of. */
    boolean isChanged() {
        return isChanged;
    }

    /** Records were read again and are others: for this process that stays so. */
    void change() {
        isChanged = true;
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

    TopicTail.Follower follower() {
        return follower;
    }

    /** Its fields are the tail's thread's alone; what others see is under the lock. */
    private final class Follower implements TopicTail.Follower {

        private LedgerState reading = new LedgerState(tiles);
        private long last = -1;

        @Override
        public void onBegin() {
            reading = new LedgerState(tiles);
            last = -1;
        }

        /** A ledger without its beginning has no tree, so there is no checkpoint of it. */
        @Override
        public long first(long begin, long end) {
            if (begin > 0) {
                return begin;
            }
            checkpoints.load(end).ifPresent(state -> reading = state);
            last = reading.size() - 1;
            return reading.size();
        }

        @Override
        public void onRecord(ConsumerRecord<byte[], byte[]> message) {
            lock.lock();
            try {
                reading.take(message);
                last = message.offset();
                if (reading == known) {
                    show();
                }
            } finally {
                lock.unlock();
            }
            if (!isChanged && checkpoints.isDue(reading)) {
                checkpoints.make(reading, lock);
            }
        }

        @Override
        public void onCaughtUp() {
            lock.lock();
            try {
                isRead = true;
                show();
            } finally {
                lock.unlock();
            }
        }

        private void show() {
            known = reading;
            seen = last;
            moved.signalAll();
        }
    }
}
