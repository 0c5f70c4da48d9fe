package org.lethe.runtime.limit;

import io.github.bucket4j.Bucket;

/** What one connection, visit or address has left of its rate; for any thread. */
public final class Allowance {

    private final Bucket bucket;

    Allowance(Bucket bucket) {
        this.bucket = bucket;
    }

    /** Takes one, or says that there is none. */
    public boolean take() {
        return bucket.tryConsume(1);
    }
}
