package org.lethe.mail.letter;

import java.time.Duration;

/** What became of asking for a lease. */
public sealed interface LeaseOutcome {

    record Taken(Lease lease) implements LeaseOutcome {}

    /** Somebody else has it, the next attempt is not due, or the letter is not finished. */
    record Later(Duration pause) implements LeaseOutcome {}

    /** There is no such letter any more, or it is being erased. */
    record Gone() implements LeaseOutcome {}

    /** The store that the letter was in is lost: nobody destroyed it, and it has no outcome. */
    record LostWithStore() implements LeaseOutcome {}
}
