package org.lethe.privacy.vault;

import java.security.SecureRandom;
import java.util.Arrays;
import org.lethe.contracts.id.ScopeId;
import org.lethe.privacy.log.Log;
import org.lethe.privacy.log.LogKey;
import org.lethe.privacy.redis.RedisStore;
import org.lethe.privacy.redis.StoreUnavailableException;
import org.lethe.privacy.redis.script.ScriptBatch;
import org.lethe.privacy.redis.script.ScriptReply;

/**
 * The epoch of each shard: four characters that a shard gets when it is found empty.
 *
 * <p>An id carries the epoch of its shard. A scope whose id has another epoch than its shard was
 * lost with the store, not destroyed.
 */
final class StoreEpochs {

    private static final Log LOG = Log.of(StoreEpochs.class);

    private final RedisStore store;
    private final SecureRandom random;
    private volatile String[] epochs = {};

    StoreEpochs(RedisStore store, SecureRandom random) {
        this.store = store;
        this.random = random;
        store.patiently(this::refresh);
    }

    String of(int shard) {
        return epochs[shard];
    }

    /** Reads the epochs; gives one to each shard that has none. */
    synchronized void refresh() {
        String proposal = ScopeId.newEpoch(random);
        String[] found =
                store.runAll(ScriptBatch.onAll(VaultScripts.EPOCH, proposal)).stream()
                        .map(ScriptReply::text)
                        .toArray(String[]::new);
        boolean lost = epochs.length > 0 && !Arrays.equals(epochs, found);
        epochs = found;
        if (lost) {
            LOG.warn(
                    "The store was lost; what was open in it is gone",
                    LogKey.SHARDS.of(found.length));
        }
    }

    /** The same without waiting, after a hint that an epoch changed. */
    void refreshSoon() {
        Thread.startVirtualThread(() -> {
            try {
                refresh();
            } catch (StoreUnavailableException e) {
                // The next reconnect asks again.
                LOG.debug("The store's epoch could not be read", LogKey.REASON.of(e));
            }
        });
    }
}
