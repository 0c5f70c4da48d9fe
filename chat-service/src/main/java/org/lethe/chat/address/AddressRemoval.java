package org.lethe.chat.address;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.ScopeId;
import org.lethe.contracts.id.ScopeKind;
import org.lethe.privacy.log.Log;
import org.lethe.privacy.log.LogKey;
import org.lethe.privacy.pause.Backoff;
import org.lethe.privacy.vault.Vault;
import org.lethe.runtime.account.AccountDirectory;
import org.lethe.runtime.account.AccountSettings;

/**
 * Destroys the addresses of open chats and waiting letters when their account begins to have
 * addresses removed.
 *
 * <p>It finds only what is open: who opens something must ask {@link #isOn} afterwards, before an
 * address is put into it. Then one of the two sees the other, on each replica.
 */
@ApplicationScoped
public class AddressRemoval {

    private static final Log LOG = Log.of(AddressRemoval.class);
    private static final List<ScopeKind> KINDS = List.of(ScopeKind.CHAT, ScopeKind.LETTER);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    private final AccountDirectory accounts;
    private final Vault vault;
    private final Set<AccountId> switchedOn = ConcurrentHashMap.newKeySet();

    @Inject
    AddressRemoval(AccountDirectory accounts, Vault vault) {
        this.accounts = accounts;
        this.vault = vault;
    }

    void follow(@Observes StartupEvent start) {
        accounts.onChanged(this::onChanged);
        // The topic may have been read before anybody listened.
        accounts.all().forEach(this::onChanged);
    }

    /** Whether no address of the account's visitors may be kept; so too once it is closed. */
    public boolean isOn(AccountId account) {
        return accounts.find(account).map(AccountSettings::removeAddress).orElse(true);
    }

    private void onChanged(AccountSettings settings) {
        AccountId account = settings.id();
        if (!settings.removeAddress()) {
            switchedOn.remove(account);
        } else if (switchedOn.add(account)) {
            Thread.startVirtualThread(() -> remove(account));
        }
    }

    private void remove(AccountId account) {
        var backoff = new Backoff(FIRST_PAUSE, LONGEST_PAUSE);
        boolean goOn = true;
        while (goOn && switchedOn.contains(account) && !isRemoved(account)) {
            goOn = backoff.pause();
        }
    }

    private boolean isRemoved(AccountId account) {
        boolean removed = true;
        try {
            for (ScopeKind kind : KINDS) {
                for (ScopeId scope : vault.openScopes(kind, account)) {
                    removed &= isRemoved(scope);
                }
            }
        } catch (RuntimeException e) {
            LOG.warn("Addresses could not be looked for yet", e, LogKey.ACCOUNT.of(account));
            return false;
        }
        return removed;
    }

    private boolean isRemoved(ScopeId scope) {
        try {
            vault.destroyAddress(scope);
            return true;
        } catch (RuntimeException e) {
            LOG.warn("An address could not be removed yet", e, LogKey.SCOPE.of(scope));
            return false;
        }
    }
}
