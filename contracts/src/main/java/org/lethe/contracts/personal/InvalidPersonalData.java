package org.lethe.contracts.personal;

/** Text that is not what it should be; the message names the kind and never repeats the text. */
public final class InvalidPersonalData extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final Fault fault;

    InvalidPersonalData(String kind) {
        this(kind, Fault.WRONG);
    }

    InvalidPersonalData(String kind, Fault fault) {
        super((fault == Fault.TOO_LONG ? "too long for a " : "not a valid ") + kind);
        this.fault = fault;
    }

    public Fault fault() {
        return fault;
    }

    /** What is wrong with it, as far as its sender can mend it. */
    public enum Fault {
        WRONG,
        /** It would do if it were shorter. */
        TOO_LONG,
        /** An e-mail address with letters before the @ that few mail servers pass on. */
        MAILBOX_LETTERS
    }
}
