package org.lethe.runtime.caller;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.contracts.id.AccountId;
import org.lethe.runtime.account.AccountDirectory;
import org.lethe.runtime.problem.Refusal;

/**
 * Which pages may call, compared exactly.
 *
 * <p>A browser always says its page's origin. Who says none is a program, which no origin can hold
 * back; it has to have a token like everybody else.
 */
@ApplicationScoped
public class Origins {

    private final AccountDirectory accounts;
    private final Set<String> console;

    @Inject
    Origins(AccountDirectory accounts, OriginSettings settings) {
        this.accounts = accounts;
        this.console = settings.console().orElse(Set.of());
    }

    /**
     * Why nobody may call from a page of this origin; empty if some caller may. While the accounts
     * are not read nobody can say, which is no final answer.
     */
    public Optional<ErrorCode> refusalOf(String origin) {
        try {
            boolean known = console.contains(origin) || accounts.allowsOrigin(origin);
            return known ? Optional.empty() : Optional.of(ErrorCode.ORIGIN_REFUSED);
        } catch (Refusal refusal) {
            return Optional.of(refusal.code());
        }
    }

    /**
     * Refuses visitors from sites that are not their account's, and operators from any but ours.
     */
    public void check(@Nullable String origin, Caller caller) {
        boolean allowed =
                switch (caller) {
                    case Caller.Visitor visitor -> allows(visitor.account(), origin);
                    case Caller.Participant participant -> allows(participant.account(), origin);
                    case Caller.Operator _, Caller.Delegate _, Caller.Staff _ -> isConsole(origin);
                };
        if (!allowed) {
            throw new Refusal(ErrorCode.ORIGIN_REFUSED);
        }
    }

    /** Refuses a page that is not on the account's list; here a page must be named. */
    public void checkSite(@Nullable String origin, AccountId account) {
        if (origin == null || !allows(account, origin)) {
            throw new Refusal(ErrorCode.ORIGIN_REFUSED);
        }
    }

    private boolean allows(AccountId account, @Nullable String origin) {
        return origin == null
                || accounts.find(account)
                        .filter(settings -> settings.allowedOrigins().contains(origin))
                        .isPresent();
    }

    private boolean isConsole(@Nullable String origin) {
        return origin == null || console.contains(origin);
    }
}
