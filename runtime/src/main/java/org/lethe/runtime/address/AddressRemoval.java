package org.lethe.runtime.address;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.stream.Gatherers;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.ScopeId;
import org.lethe.contracts.id.ScopeKind;
import org.lethe.privacy.log.Log;
import org.lethe.privacy.log.LogKey;
import org.lethe.runtime.rhythm.Backoff;

/** Destroys the addresses in what is open when an account begins to have addresses removed. */
final class AddressRemoval {

    private static final Log LOG = Log.of(AddressRemoval.class);

    /** What fails holds up no more than this. */
    private static final int PORTION = 500;

    private final List<AddressHolder> holders;
    private final BiFunction<ScopeKind, AccountId, Collection<ScopeId>> open;
    private final Supplier<Backoff> pauses;
    private final Set<AccountId> removing = ConcurrentHashMap.newKeySet();

    /**
     * @param open finds the open scopes of an account
     */
    AddressRemoval(
            List<AddressHolder> holders,
            BiFunction<ScopeKind, AccountId, Collection<ScopeId>> open,
            Supplier<Backoff> pauses) {
        this.holders = List.copyOf(holders);
        this.open = open;
        this.pauses = pauses;
    }

    /**
     * An account's settings are known, or have changed; other changes than this one cost nothing.
     * Returns at once: the work is done on a thread of its own, until it is done.
     */
    void follow(AccountId account, boolean removesAddress) {
        if (!removesAddress) {
            removing.remove(account);
        } else if (removing.add(account)) {
            Thread.startVirtualThread(() -> remove(account));
        }
    }

    /** Nothing is begun any more, or tried again. */
    void stop() {
        removing.clear();
    }

    private void remove(AccountId account) {
        Backoff pause = pauses.get();
        boolean goOn = true;
        while (goOn && removing.contains(account) && !isRemoved(account)) {
            goOn = pause.pause();
        }
    }

    /** Tries everything, so that one shard that is away holds up no other. */
    private boolean isRemoved(AccountId account) {
        boolean removed = true;
        for (AddressHolder holder : holders) {
            for (ScopeKind kind : holder.kinds()) {
                removed &= isRemoved(holder, kind, account);
            }
        }
        return removed;
    }

    private boolean isRemoved(AddressHolder holder, ScopeKind kind, AccountId account) {
        boolean removed = true;
        try {
            List<List<ScopeId>> portions =
                    open.apply(kind, account).stream()
                            .gather(Gatherers.windowFixed(PORTION))
                            .toList();
            for (List<ScopeId> portion : portions) {
                removed &= isRemoved(holder, portion, account);
            }
        } catch (RuntimeException away) {
            LOG.warn("addresses could not be looked for yet", away, LogKey.ACCOUNT.of(account));
            return false;
        }
        return removed;
    }

    private static boolean isRemoved(
            AddressHolder holder, List<ScopeId> scopes, AccountId account) {
        try {
            holder.destroyAddresses(scopes);
            return true;
        } catch (RuntimeException away) {
            // Whatever is left is not shown any more meanwhile.
            LOG.warn("addresses could not be removed yet", away, LogKey.ACCOUNT.of(account));
            return false;
        }
    }
}
