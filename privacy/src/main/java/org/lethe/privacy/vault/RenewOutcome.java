package org.lethe.privacy.vault;

import java.time.Instant;

/** What became of renewing a scope. */
public sealed interface RenewOutcome {

    /**
     * It lives on.
     *
     * @param deadline when it will be destroyed, in Redis' time
     */
    record Renewed(Instant deadline) implements RenewOutcome {}

    record Destroyed() implements RenewOutcome {}

    record Unavailable(Unavailability reason) implements RenewOutcome {}
}
