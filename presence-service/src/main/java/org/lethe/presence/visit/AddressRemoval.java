package org.lethe.presence.visit;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.lethe.contracts.id.AccountId;
import org.lethe.privacy.log.Log;
import org.lethe.privacy.log.LogKey;
import org.lethe.runtime.account.AccountDirectory;

/** Destroys the addresses of live visits when their account begins to have addresses removed. */
@ApplicationScoped
class AddressRemoval {

    private static final Log LOG = Log.of(AddressRemoval.class);

    private final AccountDirectory accounts;
    private final VisitStore store;

    AddressRemoval(AccountDirectory accounts, VisitStore store) {
        this.accounts = accounts;
        this.store = store;
    }

    void onStart(@Observes StartupEvent start) {
        accounts.onChanged(settings -> {
            if (settings.removeAddress()) {
                Thread.startVirtualThread(() -> remove(settings.id()));
            }
        });
    }

    private void remove(AccountId account) {
        try {
            store.openVisits(account).forEach(visit -> store.destroyAddress(account, visit));
        } catch (RuntimeException away) {
            // Whatever is left is not shown any more, and ends with its visit.
            LOG.warn("addresses could not be removed", away, LogKey.ACCOUNT.of(account));
        }
    }
}
