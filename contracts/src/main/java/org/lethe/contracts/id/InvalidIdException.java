package org.lethe.contracts.id;

/** Text that is no id; the message names the kind that was expected and never repeats the text. */
public final class InvalidIdException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    InvalidIdException(String expected) {
        super("not a valid " + expected);
    }
}
