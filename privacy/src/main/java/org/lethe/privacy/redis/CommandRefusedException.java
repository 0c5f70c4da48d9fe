package org.lethe.privacy.redis;

/** Redis refused a command and would again: a mistake of ours, or a right that the user lacks. */
public final class CommandRefusedException extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    CommandRefusedException(String message) {
        super(message);
    }
}
