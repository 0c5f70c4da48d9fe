package org.lethe.gdpr.ledger;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import org.lethe.contracts.WireFormat;
import org.lethe.contracts.event.PageContent;
import org.lethe.contracts.topic.Topic;
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
 *
 * <p>Nor does the ledger wait for them: what can't be read is done without, and what can't be
 * written is left for later.
 */
@ApplicationScoped
class Checkpoints {

    private static final Log LOG = Log.of(Checkpoints.class);

    /** After so many tries without an answer the ledger is read from its beginning. */
    static final int TRIES = 3;

    /** For so long none is made after one that failed or was slow: entries wait meanwhile. */
    static final Duration PAUSE = Duration.ofMinutes(5);

    /** Less than who enters something waits for it to be read back. */
    static final Duration SLOW = Duration.ofSeconds(3);

    /** So many times the bytes of the last state are read before another is written. */
    private static final int WORTH = 10;

    private final CheckpointStore store;
    private final Tiles tiles;
    private final LedgerTopic topic;
    private final Runnable stop;
    private final Clock clock;
    private final long every;
    private final int worth;
    private int failures;
    private Instant notBefore = Instant.MIN;

    /** As the tail's thread has found it last, when it could read them. */
    private boolean isContradicted;

    @Inject
    Checkpoints(
            CheckpointStore store,
            Tiles tiles,
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            CheckpointSettings config,
            Clock clock) {
        var reader = new TileReader("checked", kafka, config.patience());
        this.store = store;
        this.tiles = tiles;
        this.topic = reader;
        this.stop = reader::close;
        this.every = config.tiles() * (long) Tiles.LEAVES;
        this.worth = WORTH;
        this.clock = clock;
    }

    /**
     * On a ledger that proofs are made from, too.
     *
     * @param every after how many tiles one is made, however large its state is
     */
    Checkpoints(CheckpointStore store, LedgerTopic topic, int every, Clock clock) {
        this(store, topic, every, 0, clock);
    }

    /**
     * Makes none for less than its state is worth.
     *
     * @param worth how many times the bytes of the last state
     */
    Checkpoints(CheckpointStore store, LedgerTopic topic, int every, int worth, Clock clock) {
        this.store = store;
        this.tiles = topic;
        this.topic = topic;
        this.stop = () -> {};
        this.every = every * (long) Tiles.LEAVES;
        this.worth = worth;
        this.clock = clock;
    }

    /**
     * What the newest one says; empty if all has to be read.
     *
     * @param end how many records the ledger had when that was asked
     * @throws Refusal if it can't be read now and should be tried again
     */
    Optional<LedgerState> load(long end) {
        try {
            Optional<LedgerState> state = newest(end);
            failures = 0;
            return state;
        } catch (Refusal refusal) {
            failures++;
            if (failures < TRIES) {
                throw refusal;
            }
            return without(refusal);
        } catch (RuntimeException e) {
            return without(e);
        }
    }

    boolean isDue(LedgerState state) {
        return !isContradicted
                && state.size() % every == 0
                && state.hasGrown(worth)
                && state.tree().isPresent()
                && !clock.instant().isBefore(notBefore);
    }

    /**
     * Makes one of what was read until now, and leaves less of it in memory. That it can't be made
     * now is no fault: a later one has it, too.
     *
     * @param reading held while what readers see is changed
     */
    void make(LedgerState state, Lock reading) {
        MerkleTree tree = state.tree().orElseThrow();
        Instant begun = clock.instant();
        try {
            byte[] snapshot = WireFormat.mapper().writeValueAsBytes(state.move(store, reading));
            List<PageRef> pages = store.write(Pages.split(snapshot, PageContent.MAX_LENGTH));
            store.publish(new Checkpoint(tree.size(), tree.root(), pages));
            state.saved(snapshot.length);
            if (clock.instant().isAfter(begun.plus(SLOW))) {
                pause();
            }
        } catch (Refusal refusal) {
            pause();
            LOG.warn(
                    "a checkpoint of the ledger can't be made now",
                    LogKey.COUNT.of(tree.size()),
                    LogKey.CODE.of(refusal.code()));
        } catch (JsonProcessingException | RuntimeException e) {
            pause();
            LOG.error("a checkpoint of the ledger can't be made", e, LogKey.COUNT.of(tree.size()));
        }
    }

    @PreDestroy
    void stop() {
        stop.run();
    }

    private void pause() {
        notBefore = clock.instant().plus(PAUSE);
    }

    private Optional<LedgerState> without(RuntimeException failure) {
        failures = 0;
        LOG.error(
                "checkpoints of the ledger can't be read; the ledger is read from its beginning",
                failure,
                LogKey.TOPIC.of(Topic.LEDGER_CHECKPOINTS));
        return Optional.empty();
    }

    /** Another replica may write on, and make a checkpoint, while this one looks for the newest. */
    private Optional<LedgerState> newest(long end) {
        Optional<Checkpoint> newest = store.newest();
        if (newest.isEmpty()) {
            isContradicted = false;
            return Optional.empty();
        }
        Checkpoint checkpoint = newest.get();
        long now = end < checkpoint.size() ? topic.end() : end;
        if (now < checkpoint.size()) {
            isContradicted = true;
            LOG.error(
                    "the ledger was cut: it has fewer records than its checkpoint",
                    LogKey.COUNT.of(checkpoint.size()),
                    LogKey.OFFSET.of(now));
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

    private Optional<LedgerState> read(Checkpoint checkpoint) {
        try {
            byte[] snapshot = Pages.read(checkpoint.state(), store);
            LedgerState state =
                    LedgerState.of(
                            WireFormat.mapper().readValue(snapshot, LedgerSnapshot.class),
                            tiles,
                            store);
            MerkleTree tree = state.tree().orElseThrow();
            state.saved(snapshot.length);
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
        return last < 0 || tree.isTile(last, topic.leaves(last));
    }
}
