package org.lethe.runtime.limit;

import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.proxy.ClientSideConfig;
import io.github.bucket4j.distributed.proxy.generic.compare_and_swap.AbstractCompareAndSwapBasedProxyManager;
import io.github.bucket4j.distributed.proxy.generic.compare_and_swap.AsyncCompareAndSwapOperation;
import io.github.bucket4j.distributed.proxy.generic.compare_and_swap.CompareAndSwapOperation;
import io.github.bucket4j.distributed.remote.RemoteBucketState;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Bucket4j's buckets in the suite's own store. A bucket lives there until it would be full again,
 * which is the same as none.
 */
final class StoredBuckets extends AbstractCompareAndSwapBasedProxyManager<String> {

    /** Who counts by a clock that is a little behind finds the bucket still. */
    private static final Duration GRACE = Duration.ofSeconds(2);

    /** So many lose against others on the same bucket: then it is as if the store were away. */
    private static final int RETRIES = 32;

    private static final ExpirationAfterWriteStrategy UNTIL_FULL =
            ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(GRACE);

    private final LimitStore store;

    StoredBuckets(LimitStore store) {
        super(
                ClientSideConfig.getDefault()
                        .withExpirationAfterWriteStrategy(UNTIL_FULL)
                        .withMaxRetries(RETRIES));
        this.store = store;
    }

    @Override
    public boolean isExpireAfterWriteSupported() {
        return true;
    }

    @Override
    public boolean isAsyncModeSupported() {
        return false;
    }

    /** Nobody takes one away: each runs out. */
    @Override
    public void removeProxy(String name) {
        throw new UnsupportedOperationException();
    }

    @Override
    protected CompletableFuture<Void> removeAsync(String name) {
        throw new UnsupportedOperationException();
    }

    @Override
    protected CompareAndSwapOperation beginCompareAndSwapOperation(String name) {
        return new CompareAndSwapOperation() {
            @Override
            public Optional<byte[]> getStateData(Optional<Long> timeoutNanos) {
                return store.read(name);
            }

            @Override
            public boolean compareAndSwap(
                    byte @Nullable [] before,
                    byte[] after,
                    RemoteBucketState state,
                    Optional<Long> timeoutNanos) {
                long life = UNTIL_FULL.calculateTimeToLiveMillis(state, currentTimeNanos());
                return store.replace(name, before, after, Duration.ofMillis(Math.max(1, life)));
            }
        };
    }

    @Override
    protected AsyncCompareAndSwapOperation beginAsyncCompareAndSwapOperation(String name) {
        throw new UnsupportedOperationException();
    }
}
