package org.lethe.gdpr.ledger;

import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lethe.contracts.tree.Tiles;

/**
 * Reads the leaves of complete tiles from the topic again, when a proof needs them. Those that were
 * asked for last are kept: 8 KB each. Who asks for proofs need not sign in, so this has a reader of
 * its own, and nobody's entries wait for them.
 */
@ApplicationScoped
class LedgerTiles implements Tiles {

    private static final int KEPT = 32;

    private final TileReader reader;
    private final Map<Long, byte[]> kept =
            new LinkedHashMap<>(KEPT, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<Long, byte[]> eldest) {
                    return size() > KEPT;
                }
            };

    LedgerTiles(
            @Identifier("default-kafka-broker") Map<String, Object> kafka, LedgerSettings config) {
        this.reader = new TileReader("leaves", kafka, config.patience());
    }

    @Override
    public byte[] leaves(long tile) {
        byte[] known = known(tile);
        if (known != null) {
            return known;
        }
        byte[] read = reader.leaves(tile);
        keep(tile, read);
        return read;
    }

    @PreDestroy
    void stop() {
        reader.close();
    }

    private synchronized byte @Nullable [] known(long tile) {
        return kept.get(tile);
    }

    private synchronized void keep(long tile, byte[] leaves) {
        kept.put(tile, leaves);
    }
}
