package org.lethe.presence.address;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.lethe.runtime.account.AccountDirectory;
import org.lethe.runtime.account.AccountSettings;
import org.lethe.runtime.rhythm.Rhythm;

/** Hears of accounts that begin to have addresses removed, and has it done. */
@ApplicationScoped
class AddressSwitch {

    /** Also the pause before what failed is tried again. */
    private static final Duration EVERY = Duration.ofSeconds(1);

    private final AccountDirectory accounts;
    private final AddressRemoval removal;
    private @Nullable Rhythm rhythm;

    AddressSwitch(AccountDirectory accounts, AddressRemoval removal) {
        this.accounts = accounts;
        this.removal = removal;
    }

    void onStart(@Observes StartupEvent start) {
        accounts.onChanged(this::follow);
        accounts.all().forEach(this::follow);
        rhythm = Rhythm.start("addresses-remove", EVERY, removal::removeDue);
    }

    void onStop(@Observes ShutdownEvent stop) {
        if (rhythm != null) {
            rhythm.close();
        }
    }

    private void follow(AccountSettings settings) {
        removal.follow(settings.id(), settings.removeAddress());
    }
}
