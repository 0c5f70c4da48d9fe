package org.lethe.presence.visit;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.scope.Whereabouts;
import org.lethe.contracts.subject.Identifier;
import org.lethe.contracts.visit.VisitDocument;
import org.lethe.runtime.account.AccountDirectory;

/** What a visit is found by when its visitor asks for their data. */
@ApplicationScoped
class VisitIdentifiers {

    private final AccountDirectory accounts;

    VisitIdentifiers(AccountDirectory accounts) {
        this.accounts = accounts;
    }

    Set<Identifier> of(AccountId account, VisitDocument document, Optional<Whereabouts> address) {
        var all = new HashSet<>(ofDetails(account, document));
        address.ifPresent(where -> all.addAll(Identifier.ofAddress(where.address())));
        return all;
    }

    /** Those of the details that the account has marked: by now, not as they were then. */
    Set<Identifier> ofDetails(AccountId account, VisitDocument document) {
        return accounts.find(account)
                .map(settings -> settings.naming(document.details()))
                .orElse(Set.of());
    }
}
