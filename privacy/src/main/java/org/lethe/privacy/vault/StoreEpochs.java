package org.lethe.privacy.vault;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.lethe.contracts.id.ScopeId;
import org.lethe.privacy.log.Log;
import org.lethe.privacy.log.LogKey;
import org.lethe.privacy.log.OncePerCause;
import org.lethe.privacy.pause.Backoff;
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
final class StoreEpochs implements AutoCloseable {

    private static final Log LOG = Log.of(StoreEpochs.class);

    private final RedisStore store;
    private final SecureRandom random;
    private final AtomicInteger hints = new AtomicInteger();
    private final OncePerCause waiting = new OncePerCause(LOG);
    private final CompletableFuture<Void> read = new CompletableFuture<>();
    private volatile String[] epochs = {};
    private volatile boolean closed;

    StoreEpochs(RedisStore store, SecureRandom random) {
        this.store = store;
        this.random = random;
    }

    /** Throws {@link StoreUnavailableException} until they have been read. */
    String of(int shard) {
        String[] known = epochs;
        if (known.length == 0) {
            throw new StoreUnavailableException(new IllegalStateException("no epochs read yet"));
        }
        return known[shard];
    }

    /** Ends once they are known, and never by a failure. */
    CompletableFuture<Void> known() {
        return read.copy();
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
        read.complete(null);
        if (lost) {
            LOG.warn(
                    "The store was lost; what was open in it is gone",
                    LogKey.SHARDS.of(found.length));
        }
    }

    /**
     * The same without waiting, after a hint that an epoch changed. It goes on until they are read:
     * who took the connection may answer late.
     */
    void refreshSoon() {
        if (hints.getAndIncrement() == 0) {
            Thread.startVirtualThread(this::follow);
        }
    }

    @Override
    public void close() {
        closed = true;
    }

    private void follow() {
        int followed;
        do {
            followed = hints.get();
            refreshUntilRead();
        } while (!hints.compareAndSet(followed, 0));
    }

    private void refreshUntilRead() {
        Backoff pauses = store.pauses();
        boolean goOn = true;
        while (goOn && !closed) {
            goOn = !isRefreshed() && pauses.pause();
        }
    }

    private boolean isRefreshed() {
        try {
            refresh();
            waiting.passed();
            return true;
        } catch (RuntimeException e) {
            // Whatever it is: nobody else asks again.
            waiting.warn("The store's epochs can't be read yet", e);
            return false;
        }
    }
}
