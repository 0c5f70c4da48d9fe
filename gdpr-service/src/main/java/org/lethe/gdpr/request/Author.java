package org.lethe.gdpr.request;

import java.time.Instant;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.contracts.event.ActingRole;
import org.lethe.runtime.caller.Caller;
import org.lethe.runtime.problem.Refusal;

/**
 * That somebody acted for a data subject's rights: in which role and when, and not who, since the
 * ledger keeps it for as long as there is an account.
 */
public record Author(ActingRole role, Instant at) {

    /** Refuses whoever is neither an account's officer nor staff that acts for one. */
    public static Author of(Caller caller, Instant at) {
        return switch (caller) {
            case Caller.Operator _ -> new Author(ActingRole.PRIVACY_OFFICER, at);
            case Caller.Delegate _ -> new Author(ActingRole.STAFF, at);
            case Caller.Visitor _, Caller.Participant _, Caller.Staff _ ->
                    throw new Refusal(ErrorCode.NOT_FOUND);
        };
    }
}
