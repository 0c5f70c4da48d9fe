package org.lethe.runtime.address;

import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.lethe.contracts.id.AccountId;
import org.lethe.privacy.pause.Backoff;
import org.lethe.privacy.vault.Vault;
import org.lethe.runtime.account.AccountDirectory;
import org.lethe.runtime.account.AccountSettings;

/** The accounts' switch that removes addresses and host names: asked, and followed. */
@ApplicationScoped
class AddressSwitch implements AddressRule {

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    private final AccountDirectory accounts;
    private final AddressRemoval removal;

    @Inject
    AddressSwitch(AccountDirectory accounts, Vault vault, @All List<AddressHolder> holders) {
        this.accounts = accounts;
        this.removal =
                new AddressRemoval(
                        holders, vault::openScopes, () -> new Backoff(FIRST_PAUSE, LONGEST_PAUSE));
    }

    void onStart(@Observes StartupEvent start) {
        accounts.onChanged(this::follow);
        // The topic may have been read before anybody listened.
        accounts.all().forEach(this::follow);
    }

    void onStop(@Observes ShutdownEvent stop) {
        removal.stop();
    }

    @Override
    public boolean removesAddress(AccountId account) {
        return accounts.removesAddresses(account);
    }

    private void follow(AccountSettings settings) {
        removal.follow(settings.id(), settings.removeAddress());
    }
}
