package org.lethe.runtime.caller;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.contracts.id.AccountId;
import org.lethe.runtime.account.AccountDirectory;
import org.lethe.runtime.account.AccountSettings;
import org.lethe.runtime.problem.Refusal;

/**
 * Decides which account a request is for: the rule of all services.
 *
 * <p>Who is of one account acts for it. Who is of several, and staff of the processor, name it with
 * each request, by a header and never in a URL. An account that is not the caller's is answered as
 * one that never was: there is nothing here. To staff, one that does not let them act alone is as
 * one that is closed or never was, or that can't be opened: a {@link CallerKind#PETITIONER} can
 * only ask.
 */
@ApplicationScoped
public class NamedAccount {

    /** The header that names the account. */
    public static final String HEADER = "Lethe-Account";

    private final AccountDirectory accounts;

    @Inject
    NamedAccount(AccountDirectory accounts) {
        this.accounts = accounts;
    }

    /**
     * As whom somebody who is signed in acts. Throws a {@link Refusal}.
     *
     * @param named the header's value; null if there is none
     */
    Caller of(SignedIn who, @Nullable String named) {
        if (who.isStaff()) {
            return named == null ? new Caller.Staff(who.operator()) : delegate(who, named);
        }
        AccountId account = named == null ? only(who) : own(who, named);
        return new Caller.Operator(account, who.operator(), who.name(), who.roles());
    }

    /** A visitor's token names its account; a header that names another can't be meant. */
    static Caller of(Caller.OfAccount visitor, @Nullable String named) {
        if (named != null && !visitor.account().value().equals(named)) {
            throw nothing();
        }
        return visitor;
    }

    private static AccountId only(SignedIn who) {
        if (who.accounts().size() != 1) {
            throw new Refusal(ErrorCode.ACCOUNT_REQUIRED);
        }
        return who.accounts().iterator().next();
    }

    private static AccountId own(SignedIn who, String named) {
        return who.accounts().stream()
                .filter(account -> account.value().equals(named))
                .findFirst()
                .orElseThrow(NamedAccount::nothing);
    }

    private Caller.Delegate delegate(SignedIn who, String named) {
        AccountId account = AccountId.parse(named).orElseThrow(NamedAccount::nothing);
        boolean alone =
                !accounts.isUnreadable(account)
                        && accounts.find(account).filter(AccountSettings::staffMayAct).isPresent();
        return new Caller.Delegate(account, who.operator(), alone);
    }

    private static Refusal nothing() {
        return new Refusal(ErrorCode.NOT_FOUND);
    }
}
