package org.lethe.gdpr.ledger;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import org.lethe.contracts.tree.MerkleTree;
import org.lethe.contracts.tree.Tiles;
import org.lethe.privacy.log.Log;
import org.lethe.privacy.log.LogKey;
import org.lethe.runtime.problem.Refusal;

/**
 * Reads after the start what a checkpoint spared it, once and not in haste: whether each tile is
 * still what the tree was made of. A record that was changed before the start is so found without a
 * proof that needs it.
 */
@ApplicationScoped
class Rereading {

    private static final Log LOG = Log.of(Rereading.class);

    /** Tiles a second: ten million records take ten minutes. */
    private static final int AT_ONCE = 64;

    private final LedgerTail tail;
    private final Tiles topic;
    private final Runnable stop;
    private long next;

    @Inject
    Rereading(
            LedgerTail tail,
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            LedgerSettings config) {
        var reader = new TileReader("rereading", kafka, config.patience());
        this.tail = tail;
        this.topic = reader;
        this.stop = reader::close;
    }

    Rereading(LedgerTail tail, Tiles topic) {
        this.tail = tail;
        this.topic = topic;
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
        long until = Math.min(loaded, next + AT_ONCE);
        try {
            while (next < until) {
                if (!tree.get().isTile(next, topic.leaves(next))) {
                    tail.change();
                    LOG.error(
                            "the ledger was changed: records are not those of its checkpoint;"
                                    + " nothing more is signed",
                            LogKey.OFFSET.of(next * Tiles.LEAVES));
                    return;
                }
                next++;
            }
        } catch (Refusal refusal) {
            LOG.debug("The ledger can't be read again now", LogKey.CODE.of(refusal.code()));
        }
    }

    @PreDestroy
    void stop() {
        stop.run();
    }
}
