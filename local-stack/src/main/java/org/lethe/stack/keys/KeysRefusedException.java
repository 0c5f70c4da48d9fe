package org.lethe.stack.keys;

/** A step that is not taken now; the message says to a person why, and what to do. */
final class KeysRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    KeysRefusedException(String reason) {
        super(reason);
    }
}
