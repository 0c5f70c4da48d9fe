package org.lethe.runtime.address;

import java.util.Collection;
import java.util.Set;
import org.lethe.contracts.id.ScopeId;
import org.lethe.contracts.id.ScopeKind;

/**
 * A service that puts addresses into scopes of some kinds; each kind is one service's to look
 * after.
 */
public interface AddressHolder {

    Set<ScopeKind> kinds();

    /**
     * Destroys addresses and host names alone, in few round trips; throws while it is not certain
     * of all, and is called again.
     */
    void destroyAddresses(Collection<? extends ScopeId> scopes);
}
