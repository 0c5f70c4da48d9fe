package org.lethe.presence.address;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Set;
import org.lethe.contracts.id.ScopeId;
import org.lethe.contracts.id.ScopeKind;
import org.lethe.contracts.id.VisitId;
import org.lethe.presence.visit.VisitStore;
import org.lethe.runtime.address.AddressHolder;

/** The addresses of open visits; operators' lists are told that they are gone. */
@ApplicationScoped
class LiveAddresses implements AddressHolder {

    private final VisitStore store;

    LiveAddresses(VisitStore store) {
        this.store = store;
    }

    @Override
    public Set<ScopeKind> kinds() {
        return Set.of(ScopeKind.VISIT);
    }

    @Override
    public void destroyAddresses(Collection<? extends ScopeId> scopes) {
        store.destroyAddresses(scopes.stream().map(VisitId.class::cast).toList());
    }
}
