package org.lethe.gdpr.subject;

import java.util.Set;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.ScopeId;

/** What the vault says of a scope; that it can't be asked is a refusal, never one of these. */
public sealed interface Held {

    /**
     * The scope is open.
     *
     * @param links other scopes of the same person that it names
     */
    record Live(AccountId account, Set<ScopeId> links) implements Held {

        public Live {
            links = Set.copyOf(links);
        }
    }

    /** Its keys are destroyed, or it never was. */
    record Gone() implements Held {}
}
