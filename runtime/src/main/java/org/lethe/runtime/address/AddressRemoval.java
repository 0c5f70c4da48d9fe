package org.lethe.runtime.address;

import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
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
import org.lethe.privacy.pause.Backoff;
import org.lethe.privacy.vault.Vault;
import org.lethe.runtime.account.AccountDirectory;

/**
 * The accounts' switch that removes addresses and host names: destroys those in what is open when
 * it is turned on.
 */
@Singleton
class AddressRemoval {

    private static final Log LOG = Log.of(AddressRemoval.class);

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    /** What fails holds up no more than this. */
    private static final int PORTION = 500;

    private final List<AddressHolder> holders;
    private final BiFunction<ScopeKind, AccountId, Collection<ScopeId>> open;
    private final Supplier<Backoff> pauses;
    private final Set<AccountId> removing = ConcurrentHashMap.newKeySet();

    @Inject
    AddressRemoval(Vault vault, @All List<AddressHolder> holders) {
        this(holders, vault::openScopes, () -> new Backoff(FIRST_PAUSE, LONGEST_PAUSE));
    }

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

    void onStart(@Observes StartupEvent start, AccountDirectory accounts) {
        accounts.onChanged(account -> follow(account.id(), account.removeAddress()));
        // The topic may have been read before anybody listened.
        accounts.all().forEach(account -> follow(account.id(), account.removeAddress()));
    }

    /** Nothing is begun any more, or tried again. */
    void onStop(@Observes ShutdownEvent stop) {
        removing.clear();
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
        try {
            return open.apply(kind, account).stream()
                    .gather(Gatherers.windowFixed(PORTION))
                    .map(portion -> isRemoved(holder, portion, account))
                    .reduce(true, Boolean::logicalAnd);
        } catch (RuntimeException away) {
            LOG.warn("addresses could not be looked for yet", away, LogKey.ACCOUNT.of(account));
            return false;
        }
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
