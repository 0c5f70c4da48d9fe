package org.lethe.runtime.caller;

import java.time.Instant;
import java.util.Set;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.OperatorId;
import org.lethe.contracts.personal.PersonName;

/**
 * Who a token of Keycloak proves somebody to be, before it is known which account they act for.
 *
 * @param until when the token runs out
 * @param accounts theirs; the roles hold in each of them. None are only staff of the processor
 */
record SignedIn(
        OperatorId operator,
        PersonName name,
        Set<Role> roles,
        Set<AccountId> accounts,
        Instant until) {

    SignedIn {
        roles = Set.copyOf(roles);
        accounts = Set.copyOf(accounts);
    }

    boolean isStaff() {
        return accounts.isEmpty() && roles.contains(Role.STAFF);
    }
}
