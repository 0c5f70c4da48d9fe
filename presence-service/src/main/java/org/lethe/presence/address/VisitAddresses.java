package org.lethe.presence.address;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.ScopeId;
import org.lethe.contracts.id.ScopeKind;
import org.lethe.contracts.id.VisitId;
import org.lethe.contracts.personal.ClientAddress;
import org.lethe.contracts.personal.HostName;
import org.lethe.contracts.scope.Whereabouts;
import org.lethe.contracts.visit.VisitDocument;
import org.lethe.presence.visit.VisitStore;
import org.lethe.runtime.account.AccountDirectory;
import org.lethe.runtime.address.AddressHolder;

/**
 * Keeps the address of a visit, unless its account has addresses removed, and until it has.
 *
 * <p>An account can begin to at any moment. The switch takes the address of each visit that it
 * finds open; one that is opened at the same time, and that it may not find, is looked after here.
 */
@ApplicationScoped
public class VisitAddresses implements AddressHolder {

    private final VisitStore store;
    private final AccountDirectory accounts;

    VisitAddresses(VisitStore store, AccountDirectory accounts) {
        this.store = store;
        this.accounts = accounts;
    }

    public boolean areKept(AccountId account) {
        return !accounts.removesAddresses(account);
    }

    /** Opens a visit, with its address only if that is kept. */
    public VisitId open(
            AccountId account, VisitDocument document, Optional<ClientAddress> address) {
        if (!areKept(account)) {
            // The place is derived; the address itself ends here.
            return store.open(account, document, Optional.empty());
        }
        VisitId visit =
                store.open(account, document, address.map(known -> new Whereabouts(known, null)));
        if (!areKept(account)) {
            store.destroyAddresses(List.of(visit));
        }
        return visit;
    }

    @Override
    public Set<ScopeKind> kinds() {
        return Set.of(ScopeKind.VISIT);
    }

    /** Operators' lists are told that they are gone. */
    @Override
    public void destroyAddresses(Collection<? extends ScopeId> scopes) {
        store.destroyAddresses(scopes.stream().map(VisitId.class::cast).toList());
    }

    public void addHost(AccountId account, VisitId visit, ClientAddress address, HostName host) {
        if (areKept(account)) {
            store.putAddress(visit, new Whereabouts(address, host));
        } else {
            store.destroyAddresses(List.of(visit));
        }
    }
}
