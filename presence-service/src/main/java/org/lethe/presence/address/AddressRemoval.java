package org.lethe.presence.address;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.lethe.contracts.id.AccountId;
import org.lethe.presence.visit.VisitStore;
import org.lethe.privacy.log.Log;
import org.lethe.privacy.log.LogKey;

/** Destroys the addresses of live visits when their account begins to have addresses removed. */
@ApplicationScoped
class AddressRemoval {

    private static final Log LOG = Log.of(AddressRemoval.class);

    private final VisitStore store;
    private final Set<AccountId> removing = ConcurrentHashMap.newKeySet();
    private final Set<AccountId> due = ConcurrentHashMap.newKeySet();

    AddressRemoval(VisitStore store) {
        this.store = store;
    }

    /**
     * An account's settings are known, or have changed; other changes than this one cost nothing.
     */
    void follow(AccountId account, boolean removesAddress) {
        if (!removesAddress) {
            removing.remove(account);
        } else if (removing.add(account)) {
            due.add(account);
        }
    }

    /** Removes what is due; what fails stays due. */
    void removeDue() {
        for (AccountId account : Set.copyOf(due)) {
            due.remove(account);
            try {
                store.destroyAddresses(store.openVisits(account));
            } catch (RuntimeException away) {
                // Whatever is left is not shown any more meanwhile.
                LOG.warn("addresses could not be removed yet", away, LogKey.ACCOUNT.of(account));
                due.add(account);
            }
        }
    }
}
