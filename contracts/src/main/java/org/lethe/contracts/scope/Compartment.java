package org.lethe.contracts.scope;

/** A part of a scope with a key of its own. */
public enum Compartment {
    /** Everything but what is in {@link #ADDRESS}. */
    CONTENT("kc"),
    /** IP address and host name: they can be destroyed while the rest lives on. */
    ADDRESS("ka");

    private final String slot;

    Compartment(String slot) {
        this.slot = slot;
    }

    /** The slot that holds the wrapped key. */
    public String slot() {
        return slot;
    }
}
