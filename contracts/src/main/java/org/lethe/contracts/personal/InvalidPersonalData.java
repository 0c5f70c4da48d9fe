package org.lethe.contracts.personal;

/** Text that is not what it should be; the message names the kind and never repeats the text. */
public final class InvalidPersonalData extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final boolean tooLong;

    InvalidPersonalData(String kind) {
        this(kind, false);
    }

    InvalidPersonalData(String kind, boolean tooLong) {
        super((tooLong ? "too long for a " : "not a valid ") + kind);
        this.tooLong = tooLong;
    }

    /** Whether it would do if it were shorter. */
    public boolean isTooLong() {
        return tooLong;
    }
}
