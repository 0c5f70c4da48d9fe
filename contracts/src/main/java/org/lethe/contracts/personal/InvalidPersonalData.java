package org.lethe.contracts.personal;

/** Text that is not what it should be; the message names the kind and never repeats the text. */
public final class InvalidPersonalData extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    InvalidPersonalData(String kind) {
        super("not a valid " + kind);
    }
}
