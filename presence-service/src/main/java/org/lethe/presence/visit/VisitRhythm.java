package org.lethe.presence.visit;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.lethe.contracts.id.VisitId;
import org.lethe.presence.rhythm.Rhythm;
import org.lethe.privacy.vault.Vault;
import org.lethe.runtime.account.AccountDirectory;
import org.lethe.runtime.account.AccountSettings;

/** What is done for visits while the service runs, and what it hears of them. */
@ApplicationScoped
class VisitRhythm {

    /** Also the pause before what failed is tried again. */
    private static final Duration REMOVE_EVERY = Duration.ofSeconds(1);

    private final VisitSessions sessions;
    private final Attendance attendance;
    private final VisitTimes times;
    private final Vault vault;
    private final AccountDirectory accounts;
    private final AddressRemoval removal;
    private final List<Rhythm> rhythms = new CopyOnWriteArrayList<>();

    VisitRhythm(
            VisitSessions sessions,
            Attendance attendance,
            VisitTimes times,
            Vault vault,
            AccountDirectory accounts,
            AddressRemoval removal) {
        this.sessions = sessions;
        this.attendance = attendance;
        this.times = times;
        this.vault = vault;
        this.accounts = accounts;
        this.removal = removal;
    }

    void onStart(@Observes StartupEvent start) {
        vault.onDestroyed(scope -> {
            if (scope instanceof VisitId visit) {
                sessions.erased(visit);
            }
        });
        accounts.onChanged(this::follow);
        accounts.all().forEach(this::follow);
        rhythms.add(Rhythm.start("addresses-remove", REMOVE_EVERY, removal::removeDue));
        rhythms.add(Rhythm.start("visits-renew", times.renewEvery(), sessions::renew));
        rhythms.add(Rhythm.start("visits-silent", times.renewEvery(), attendance::markSilent));
    }

    void onStop(@Observes ShutdownEvent stop) {
        rhythms.forEach(Rhythm::close);
    }

    private void follow(AccountSettings settings) {
        removal.follow(settings.id(), settings.removeAddress());
    }
}
