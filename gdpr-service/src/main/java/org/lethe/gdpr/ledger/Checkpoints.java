package org.lethe.gdpr.ledger;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import org.lethe.contracts.WireFormat;
import org.lethe.contracts.event.PageContent;
import org.lethe.contracts.tree.MerkleTree;
import org.lethe.contracts.tree.Tiles;
import org.lethe.gdpr.checkpoint.ChangedPageException;
import org.lethe.gdpr.checkpoint.Checkpoint;
import org.lethe.gdpr.checkpoint.CheckpointSettings;
import org.lethe.gdpr.checkpoint.CheckpointStore;
import org.lethe.gdpr.checkpoint.PageRef;
import org.lethe.privacy.log.Log;
import org.lethe.privacy.log.LogKey;
import org.lethe.runtime.problem.Refusal;

/**
 * Lets a start begin behind the newest checkpoint, and makes the next.
 *
 * <p>All that a checkpoint says follows from the ledger. So whatever is wrong with one, the ledger
 * is read from its beginning; and where a checkpoint that we signed and the ledger are not of one
 * history, no other is made, so that this is found again with each start.
 */
@ApplicationScoped
class Checkpoints {

    private static final Log LOG = Log.of(Checkpoints.class);

    private final CheckpointStore store;
    private final Tiles tiles;
    private final long every;

    /** As the tail's thread has found it last. */
    private boolean isContradicted;

    @Inject
    Checkpoints(CheckpointStore store, Tiles tiles, CheckpointSettings config) {
        this(store, tiles, config.tiles());
    }

    /**
     * @param every after how many tiles one is made
     */
    Checkpoints(CheckpointStore store, Tiles tiles, int every) {
        this.store = store;
        this.tiles = tiles;
        this.every = every * (long) Tiles.LEAVES;
    }

    /**
     * What the newest one says; empty if all has to be read.
     *
     * @param end how many records the ledger has
     */
    Optional<LedgerState> load(long end) {
        isContradicted = false;
        Optional<Checkpoint> newest = store.newest();
        if (newest.isEmpty()) {
            return Optional.empty();
        }
        Checkpoint checkpoint = newest.get();
        if (end < checkpoint.size()) {
            isContradicted = true;
            LOG.error(
                    "the ledger was cut: it has fewer records than its checkpoint",
                    LogKey.COUNT.of(checkpoint.size()),
                    LogKey.OFFSET.of(end));
            return Optional.empty();
        }
        Optional<LedgerState> state = read(checkpoint);
        isContradicted = state.isPresent() && !isOfTheLedger(state.get());
        if (isContradicted) {
            LOG.error(
                    "the ledger is not what its checkpoint says; it is read from its beginning",
                    LogKey.COUNT.of(checkpoint.size()));
            return Optional.empty();
        }
        return state;
    }

    boolean isDue(LedgerState state) {
        return !isContradicted && state.size() % every == 0 && state.tree().isPresent();
    }

    /**
     * Makes one of what was read until now, and leaves less of it in memory. That it can't be made
     * now is no fault: the next has it, too.
     *
     * @param reading held while what readers see is changed
     */
    void make(LedgerState state, Lock reading) {
        MerkleTree tree = state.tree().orElseThrow();
        try {
            byte[] snapshot = WireFormat.mapper().writeValueAsBytes(state.move(store, reading));
            List<PageRef> pages = store.write(Pages.split(snapshot, PageContent.MAX_LENGTH));
            store.publish(new Checkpoint(tree.size(), tree.root(), pages));
        } catch (Refusal refusal) {
            LOG.warn(
                    "a checkpoint of the ledger can't be made now",
                    LogKey.COUNT.of(tree.size()),
                    LogKey.CODE.of(refusal.code()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a checkpoint that can't be written", e);
        }
    }

    private Optional<LedgerState> read(Checkpoint checkpoint) {
        try {
            byte[] snapshot = Pages.read(checkpoint.state(), store);
            LedgerState state =
                    LedgerState.of(
                            WireFormat.mapper().readValue(snapshot, LedgerSnapshot.class),
                            tiles,
                            store);
            MerkleTree tree = state.tree().orElseThrow();
            if (tree.size() == checkpoint.size() && tree.root().equals(checkpoint.root())) {
                return Optional.of(state);
            }
        } catch (ChangedPageException | IOException e) {
            // As where it comes to another tree: told below.
        }
        LOG.error(
                "the pages of a checkpoint are not what it signed; the ledger is read from its"
                        + " beginning",
                LogKey.COUNT.of(checkpoint.size()));
        return Optional.empty();
    }

    /** By the last tile: of a ledger that was made anew, each record is another. */
    private boolean isOfTheLedger(LedgerState state) {
        MerkleTree tree = state.tree().orElseThrow();
        long last = state.loadedTiles() - 1;
        return last < 0 || tree.isTile(last, tiles.leaves(last));
    }
}
