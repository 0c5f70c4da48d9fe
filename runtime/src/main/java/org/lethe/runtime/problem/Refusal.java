package org.lethe.runtime.problem;

import org.lethe.contracts.error.ErrorCode;

/**
 * Ends the handling of a request or frame with a code of the catalogue.
 *
 * <p>It has no message beside the code, and no stack trace: it is an answer, not a fault.
 */
public final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ErrorCode code;

    public Refusal(ErrorCode code) {
        super(code.code(), null, false, false);
        this.code = code;
    }

    public ErrorCode code() {
        return code;
    }
}
