package org.lethe.gdpr.request;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.contracts.event.ActingRole;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.OperatorId;
import org.lethe.runtime.caller.Caller;
import org.lethe.runtime.problem.Refusal;

/**
 * That somebody acted for a data subject's rights: in which role and when, which the ledger keeps
 * for as long as there is an account.
 *
 * @param petitioner of staff that may not act alone, who it was, so that it is another who
 *     confirms; sealed with the request, destroyed with it, and never entered
 */
public record Author(ActingRole role, Instant at, @Nullable OperatorId petitioner) {

    /** Of who may act alone. */
    public Author(ActingRole role, Instant at) {
        this(role, at, null);
    }

    /** Whether it needs no second person; who does is not told which account is which. */
    public boolean isAlone() {
        return petitioner == null;
    }

    /** Refuses whoever is neither an account's officer nor staff that acts for one. */
    public static Author of(Caller caller, Instant at) {
        return switch (caller) {
            case Caller.Operator _ -> new Author(ActingRole.PRIVACY_OFFICER, at);
            case Caller.Delegate(AccountId _, OperatorId operator, boolean alone) ->
                    new Author(ActingRole.STAFF, at, alone ? null : operator);
            case Caller.Visitor _, Caller.Participant _, Caller.Staff _ ->
                    throw new Refusal(ErrorCode.NOT_FOUND);
        };
    }
}
