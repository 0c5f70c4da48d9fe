package org.lethe.gdpr.ledger;

import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.lethe.contracts.topic.Topic;
import org.lethe.contracts.tree.Tiles;
import org.lethe.contracts.tree.TreeHash;

/**
 * Reads the leaves of complete tiles from the topic again, when a proof needs them. Those that were
 * asked for last are kept: 8 KB each. Who asks for proofs need not sign in, so this has a reader of
 * its own, and nobody's entries wait for them.
 */
@ApplicationScoped
class LedgerTiles implements Tiles {

    private static final int KEPT = 32;

    private final PartitionReader reader;
    private final Map<Long, byte[]> kept =
            new LinkedHashMap<>(KEPT, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<Long, byte[]> eldest) {
                    return size() > KEPT;
                }
            };

    LedgerTiles(
            @Identifier("default-kafka-broker") Map<String, Object> kafka, LedgerSettings config) {
        this.reader = new PartitionReader(Topic.LEDGER, "leaves", kafka, config.patience());
    }

    @Override
    public byte[] leaves(long tile) {
        byte[] known = known(tile);
        if (known != null) {
            return known;
        }
        byte[] read = read(tile * LEAVES);
        keep(tile, read);
        return read;
    }

    @PreDestroy
    void stop() {
        reader.close();
    }

    private byte[] read(long first) {
        var hashes = new byte[LEAVES * TreeHash.LENGTH];
        int filled = 0;
        for (ConsumerRecord<byte[], byte[]> message :
                reader.at(LongStream.range(first, first + LEAVES).boxed().toList())) {
            System.arraycopy(LedgerReader.hash(message), 0, hashes, filled, TreeHash.LENGTH);
            filled += TreeHash.LENGTH;
        }
        return hashes;
    }

    private synchronized byte @Nullable [] known(long tile) {
        return kept.get(tile);
    }

    private synchronized void keep(long tile, byte[] leaves) {
        kept.put(tile, leaves);
    }
}
