package org.lethe.runtime.caller;

import jakarta.enterprise.context.RequestScoped;
import org.jspecify.annotations.Nullable;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.contracts.id.AccountId;
import org.lethe.runtime.problem.Refusal;

/**
 * The caller of this request.
 *
 * <p>Asked for a kind of caller that it is not, it refuses as if there were nothing here.
 */
@RequestScoped
public class CurrentCaller {

    private @Nullable Caller caller;

    void set(Caller caller) {
        this.caller = caller;
    }

    public Caller caller() {
        if (caller == null) {
            throw new Refusal(ErrorCode.TOKEN_MISSING);
        }
        return caller;
    }

    public AccountId account() {
        return as(Caller.OfAccount.class).account();
    }

    public Caller.Visitor visitor() {
        return as(Caller.Visitor.class);
    }

    /** Anybody of an account who is signed in; the resource's annotation says in which role. */
    public Caller.Operator operator() {
        return as(Caller.Operator.class);
    }

    private <T extends Caller> T as(Class<T> kind) {
        Caller present = caller();
        if (!kind.isInstance(present)) {
            throw new Refusal(ErrorCode.NOT_FOUND);
        }
        return kind.cast(present);
    }
}
