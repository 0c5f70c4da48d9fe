package org.lethe.gdpr.selector;

import java.util.Set;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.personal.DetailName;

/** The details of an account that name a person, so that the index has them. */
public interface MarkedDetails {

    /**
     * Their names. Throws {@link org.lethe.runtime.problem.Refusal} with {@code UNAVAILABLE} while
     * the account's settings aren't known.
     */
    Set<DetailName> of(AccountId account);
}
