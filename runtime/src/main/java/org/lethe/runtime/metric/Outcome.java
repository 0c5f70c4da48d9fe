package org.lethe.runtime.metric;

import org.lethe.contracts.Coded;
import org.lethe.contracts.error.ErrorCode;

/** What became of something that came in. */
public enum Outcome implements Coded {
    DONE,
    /** The other side got a refusal that is its own affair. */
    REFUSED,
    /** A fault of ours, or something that we need was away. */
    FAILED;

    private static final int FIRST_OF_OURS = 500;

    /** Whose affair an error is, as its HTTP status says it. */
    public static Outcome of(ErrorCode error) {
        return error.httpStatus() < FIRST_OF_OURS ? REFUSED : FAILED;
    }
}
