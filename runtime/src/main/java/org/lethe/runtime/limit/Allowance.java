package org.lethe.runtime.limit;

import io.github.bucket4j.Bucket;

/** What one caller has left of its rate in this process; for any thread, and never blocks. */
public final class Allowance {

    private final Bucket bucket;
    private final Runnable onRefused;

    Allowance(Bucket bucket) {
        this(bucket, () -> {});
    }

    private Allowance(Bucket bucket, Runnable onRefused) {
        this.bucket = bucket;
        this.onRefused = onRefused;
    }

    /** Takes one, or says that there is none. */
    public boolean take() {
        boolean taken = bucket.tryConsume(1);
        if (!taken) {
            onRefused.run();
        }
        return taken;
    }

    /** The same, which tells each time that there is none. */
    Allowance noting(Runnable onRefused) {
        return new Allowance(bucket, onRefused);
    }
}
