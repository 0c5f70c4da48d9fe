package org.lethe.gdpr.ledger;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.lethe.contracts.topic.Topic;
import org.lethe.contracts.tree.GrowingTree;
import org.lethe.contracts.tree.MerkleTree;
import org.lethe.contracts.tree.Tiles;
import org.lethe.contracts.tree.TreeHash;
import org.lethe.gdpr.checkpoint.CheckpointStore;
import org.lethe.gdpr.checkpoint.PageRef;
import org.lethe.privacy.log.Log;
import org.lethe.privacy.log.LogKey;

/** What the records of the topic come to: the accounts' chains, and one tree. Not thread-safe. */
final class LedgerState {

    private static final Log LOG = Log.of(LedgerState.class);

    /** 32 KB of a page. */
    private static final int ROOTS_ON_A_PAGE = 1024;

    private final LedgerChain chain;
    private final GrowingTree tree;

    /** The pages with the roots of the first tiles, and how many tiles these are. */
    private final List<PageRef> roots;

    private long rooted;
    private final long loaded;
    private boolean isWhole = true;

    /** Of the last checkpoint, and of the records since, in bytes. */
    private long written;

    private long grown;

    /** Before the first record. */
    LedgerState(Tiles tiles) {
        this(new LedgerChain(), new GrowingTree(tiles), List.of());
    }

    private LedgerState(LedgerChain chain, GrowingTree tree, List<PageRef> roots) {
        this.chain = chain;
        this.tree = tree;
        this.roots = new ArrayList<>(roots);
        this.loaded = tree.size() / Tiles.LEAVES;
        this.rooted = loaded;
    }

    /** As a checkpoint says that it was. */
    static LedgerState of(LedgerSnapshot snapshot, Tiles tiles, CheckpointStore store) {
        return new LedgerState(
                LedgerChain.of(snapshot, store),
                GrowingTree.of(Pages.read(snapshot.tiles(), store), tiles),
                snapshot.tiles());
    }

    void take(ConsumerRecord<byte[], byte[]> message) {
        if (isWhole && message.offset() != tree.size()) {
            isWhole = false;
            LOG.error(
                    "records of the ledger are missing",
                    LogKey.TOPIC.of(Topic.LEDGER),
                    LogKey.OFFSET.of(tree.size()));
        }
        grown += message.value() == null ? 0 : message.value().length;
        tree.add(LedgerReader.hash(message));
        LedgerReader.entry(message).ifPresent(entry -> chain.accept(entry, message.offset()));
    }

    /**
     * Moves what is complete to pages.
     *
     * @param reading held while what readers see is changed, and not while pages are written
     * @return what a checkpoint says of it as it is then
     */
    LedgerSnapshot move(CheckpointStore store, Lock reading) {
        byte[] more = tree.now().tileRoots(rooted);
        roots.addAll(store.write(Pages.split(more, ROOTS_ON_A_PAGE * TreeHash.LENGTH)));
        rooted = tree.size() / Tiles.LEAVES;

        List<PlaceList> lists = chain.lists();
        List<List<byte[]>> complete = lists.stream().map(PlaceList::complete).toList();
        Iterator<PageRef> written =
                store.write(complete.stream().flatMap(List::stream).toList()).iterator();
        reading.lock();
        try {
            for (int i = 0; i < lists.size(); i++) {
                lists.get(i).moved(complete.get(i).stream().map(_ -> written.next()).toList());
            }
            return chain.snapshot(roots);
        } finally {
            reading.unlock();
        }
    }

    /**
     * A checkpoint says all that was read until now.
     *
     * @param bytes of its state
     */
    void saved(long bytes) {
        written = bytes;
        grown = 0;
    }

    /** Whether what was read since the last checkpoint has so many times the bytes of its state. */
    boolean hasGrown(int times) {
        return grown >= Math.multiplyExact(written, (long) times);
    }

    LedgerChain chain() {
        return chain;
    }

    /** How many records it is of. */
    long size() {
        return tree.size();
    }

    /** How many tiles it has from a checkpoint, whose records were not read. */
    long loadedTiles() {
        return loaded;
    }

    /** The tree over all records; empty if some are missing, since places are offsets. */
    Optional<MerkleTree> tree() {
        return isWhole ? Optional.of(tree.now()) : Optional.empty();
    }
}
