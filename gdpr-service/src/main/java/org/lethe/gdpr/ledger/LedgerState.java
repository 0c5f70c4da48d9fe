package org.lethe.gdpr.ledger;

import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.lethe.contracts.topic.Topic;
import org.lethe.contracts.tree.GrowingTree;
import org.lethe.contracts.tree.MerkleTree;
import org.lethe.contracts.tree.Tiles;
import org.lethe.privacy.log.Log;
import org.lethe.privacy.log.LogKey;

/** What the records of the topic come to: the accounts' chains, and one tree. Not thread-safe. */
final class LedgerState {

    private static final Log LOG = Log.of(LedgerState.class);

    private final LedgerChain chain = new LedgerChain();
    private final GrowingTree tree;
    private boolean isWhole = true;

    LedgerState(Tiles tiles) {
        this.tree = new GrowingTree(tiles);
    }

    void take(ConsumerRecord<byte[], byte[]> message) {
        if (isWhole && message.offset() != tree.size()) {
            isWhole = false;
            LOG.error(
                    "records of the ledger are missing",
                    LogKey.TOPIC.of(Topic.LEDGER),
                    LogKey.OFFSET.of(tree.size()));
        }
        tree.add(LedgerReader.hash(message));
        LedgerReader.entry(message).ifPresent(entry -> chain.accept(entry, message.offset()));
    }

    LedgerChain chain() {
        return chain;
    }

    /** The tree over all records; empty if some are missing, since places are offsets. */
    Optional<MerkleTree> tree() {
        return isWhole ? Optional.of(tree.now()) : Optional.empty();
    }
}
