package org.lethe.gdpr.ledger;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import org.lethe.contracts.tree.MerkleTree;
import org.lethe.contracts.tree.Tiles;
import org.lethe.privacy.log.Log;
import org.lethe.privacy.log.LogKey;
import org.lethe.runtime.problem.Refusal;

/**
 * Reads after the start what a checkpoint spared it, once and not in haste: whether each tile is
 * still what the tree was made of. A record that was changed before the start is so found without a
 * proof that needs it.
 *
 * <p>What can't be read holds nothing else up: it is tried again at the end. If it can't be read
 * then either, nobody can tell what it is, and it counts as changed.
 */
@ApplicationScoped
class Rereading {

    private static final Log LOG = Log.of(Rereading.class);

    /** Tiles a second: ten million records take ten minutes. */
    private static final int AT_ONCE = 64;

    /** Of one tile, while Kafka answers the ledger's tail; half a minute at least. */
    static final int TRIES = 30;

    private final LedgerTail tail;
    private final Tiles topic;
    private final BooleanSupplier isFollowing;
    private final Runnable stop;

    /** Tiles before the next that could not be read. */
    private final NavigableSet<Long> unread = new TreeSet<>();

    private long next;
    private int failures;

    @Inject
    Rereading(
            LedgerTail tail,
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            LedgerSettings config) {
        var reader = new TileReader("rereading", kafka, config.patience());
        this.tail = tail;
        this.topic = reader;
        this.isFollowing = tail::isFollowing;
        this.stop = reader::close;
    }

    /**
     * On another topic.
     *
     * @param isFollowing whether Kafka answers, so that what fails is not only late
     */
    Rereading(LedgerTail tail, Tiles topic, BooleanSupplier isFollowing) {
        this.tail = tail;
        this.topic = topic;
        this.isFollowing = isFollowing;
        this.stop = () -> {};
    }

    @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void goOn() {
        Optional<MerkleTree> tree = tail.tree();
        if (tree.isEmpty() || tail.isChanged()) {
            return;
        }
        long loaded = Math.min(tail.loadedTiles(), tree.get().completeTiles());
        unread.removeIf(tile -> tile >= loaded);
        for (int i = 0; i < AT_ONCE && isLeft(loaded); i++) {
            if (!verify(tree.get(), next < loaded ? next : unread.first())) {
                return;
            }
        }
    }

    private boolean isLeft(long loaded) {
        return next < loaded || !unread.isEmpty();
    }

    /** Whether to go on with another tile. */
    private boolean verify(MerkleTree tree, long tile) {
        try {
            if (!tree.isTile(tile, topic.leaves(tile))) {
                tail.change();
                LOG.error(
                        "the ledger was changed: records are not those of its checkpoint;"
                                + " nothing more is signed",
                        LogKey.OFFSET.of(tile * Tiles.LEAVES));
                return false;
            }
        } catch (Refusal refusal) {
            LOG.debug("The ledger can't be read again now", LogKey.CODE.of(refusal.code()));
            onUnread(tile);
            return false;
        }
        failures = 0;
        if (!unread.remove(tile)) {
            next++;
        }
        return true;
    }

    private void onUnread(long tile) {
        failures = isFollowing.getAsBoolean() ? failures + 1 : 0;
        if (failures < TRIES) {
            return;
        }
        failures = 0;
        if (unread.contains(tile)) {
            tail.change();
            LOG.error(
                    "records of the ledger before its checkpoint can't be read, so nobody can tell"
                            + " what they are; nothing more is signed",
                    LogKey.OFFSET.of(tile * Tiles.LEAVES));
        } else {
            unread.add(tile);
            next++;
            LOG.error(
                    "records of the ledger before its checkpoint can't be read; they are tried"
                            + " once more after all others",
                    LogKey.OFFSET.of(tile * Tiles.LEAVES));
        }
    }

    @PreDestroy
    void stop() {
        stop.run();
    }
}
