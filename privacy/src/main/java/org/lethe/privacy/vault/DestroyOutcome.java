package org.lethe.privacy.vault;

/** What became of destroying a scope or a compartment. */
public sealed interface DestroyOutcome {

    /**
     * The keys are zeroed, with as many replicas as are configured.
     *
     * @param remains how many sealed remains were unlinked with them
     */
    record Destroyed(int remains) implements DestroyOutcome {}

    /** There was nothing left to destroy. */
    record AlreadyGone() implements DestroyOutcome {}

    /** It is not certain that the keys are gone: ask again. */
    record Unavailable(Unavailability reason) implements DestroyOutcome {}
}
