package org.lethe.presence.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;
import org.lethe.contracts.WireFormat;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.contracts.frame.BearerToken;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.VisitId;
import org.lethe.runtime.caller.Caller;
import org.lethe.runtime.caller.Callers;
import org.lethe.runtime.caller.Origins;
import org.lethe.runtime.caller.TokenIssuer;
import org.lethe.runtime.problem.Refusal;

/** Says whose a visit is. */
@ApplicationScoped
class VisitOwners {

    private final Origins origins;
    private final Callers callers;
    private final TokenIssuer tokens;

    VisitOwners(Origins origins, Callers callers, TokenIssuer tokens) {
        this.origins = origins;
        this.callers = callers;
        this.tokens = tokens;
    }

    /** What a page sends that can't set a header any more because it is being closed. */
    record Goodbye(BearerToken token) {}

    /** Refuses a goodbye whose body has no token of this visit. */
    void checkGoodbye(VisitId visit, @Nullable String body, @Nullable String origin) {
        if (body == null || body.isBlank()) {
            throw new Refusal(ErrorCode.TOKEN_MISSING);
        }
        origins.check(origin, owner(callers.authenticate(goodbye(body).token()).caller(), visit));
    }

    /** To anybody but its visitor, a visit does not exist. */
    Caller.Visitor owner(Caller caller, VisitId visit) {
        if (caller instanceof Caller.Visitor visitor && visitor.visit().equals(visit)) {
            return visitor;
        }
        throw new Refusal(ErrorCode.NOT_FOUND);
    }

    BearerToken token(AccountId account, VisitId visit) {
        return tokens.visitToken(account, visit);
    }

    private static Goodbye goodbye(String body) {
        try {
            return WireFormat.mapper().readValue(body, Goodbye.class);
        } catch (JsonProcessingException unreadable) {
            throw new Refusal(ErrorCode.MALFORMED);
        }
    }
}
