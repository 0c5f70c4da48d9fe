package org.lethe.gdpr.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lethe.contracts.tree.Tiles;

/**
 * Reads the leaves of complete tiles from the topic again, when a proof needs them. Those that were
 * asked for last are kept: 8 KB each.
 */
@ApplicationScoped
class LedgerTiles implements Tiles {

    private static final int KEPT = 32;

    private final LedgerReader reader;
    private final Map<Long, byte[]> kept =
            new LinkedHashMap<>(KEPT, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<Long, byte[]> eldest) {
                    return size() > KEPT;
                }
            };

    LedgerTiles(LedgerReader reader) {
        this.reader = reader;
    }

    @Override
    public byte[] leaves(long tile) {
        byte[] known = known(tile);
        if (known != null) {
            return known;
        }
        byte[] read = reader.hashes(tile * LEAVES, LEAVES);
        keep(tile, read);
        return read;
    }

    private synchronized byte @Nullable [] known(long tile) {
        return kept.get(tile);
    }

    private synchronized void keep(long tile, byte[] leaves) {
        kept.put(tile, leaves);
    }
}
