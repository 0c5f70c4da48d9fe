package org.lethe.privacy.log;

import org.jspecify.annotations.Nullable;

/** The stack of a failure and its causes by class; their messages may hold what a person wrote. */
final class Stack extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final int DEEPEST = 5;

    private Stack(Throwable failure, int depth) {
        super(failure.getClass().getName(), cause(failure, depth), false, true);
        setStackTrace(failure.getStackTrace());
    }

    static Stack of(Throwable failure) {
        return new Stack(failure, 0);
    }

    // Not this class' name before that of the failure.
    @Override
    @SuppressWarnings("OverrideThrowableToString")
    public String toString() {
        return String.valueOf(getMessage());
    }

    private static @Nullable Throwable cause(Throwable failure, int depth) {
        Throwable cause = failure.getCause();
        return cause == null || depth >= DEEPEST ? null : new Stack(cause, depth + 1);
    }
}
