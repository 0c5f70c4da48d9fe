package org.lethe.contracts.scope;

/** How a slot lies in the store. */
public enum Shape {
    /** One value under the slot's key. */
    VALUE(true),
    /** A list of entries under the slot's key. */
    LIST(true),
    /** Entries by name under the slot's key. */
    HASH(true),
    /** Names under the slot's key. */
    SET(true),
    /** One value in base64 among the fields of the scope's state. */
    FIELD(false),
    /** A sealed stream for each entry, in the store for files. */
    STREAM(false);

    private final boolean key;

    Shape(boolean key) {
        this.key = key;
    }

    /** Whether the slot is a key of its own in Redis, so that it must be removed by name. */
    public boolean isKey() {
        return key;
    }
}
