package org.lethe.privacy.vault;

/** What became of marking a scope as about to be erased. */
public sealed interface MarkOutcome {

    /** Nothing new is made from it any more. */
    record Marked() implements MarkOutcome {}

    record NotOpen() implements MarkOutcome {}

    record Unavailable(Unavailability reason) implements MarkOutcome {}
}
