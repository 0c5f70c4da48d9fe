package org.lethe.presence.attendance;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.lethe.contracts.id.VisitId;
import org.lethe.presence.visit.VisitTimes;
import org.lethe.privacy.vault.Vault;
import org.lethe.runtime.rhythm.Rhythm;

/** Renews visits while the service runs, and hears of their destruction. */
@ApplicationScoped
class VisitRhythm {

    private final VisitSessions sessions;
    private final Attendance attendance;
    private final VisitTimes times;
    private final Vault vault;
    private final List<Rhythm> rhythms = new CopyOnWriteArrayList<>();

    VisitRhythm(VisitSessions sessions, Attendance attendance, VisitTimes times, Vault vault) {
        this.sessions = sessions;
        this.attendance = attendance;
        this.times = times;
        this.vault = vault;
    }

    void onStart(@Observes StartupEvent start) {
        vault.onDestroyed(scope -> {
            if (scope instanceof VisitId visit) {
                sessions.erased(visit);
            }
        });
        rhythms.add(Rhythm.start("visits-renew", times.renewEvery(), sessions::renew));
        rhythms.add(Rhythm.start("visits-silent", times.renewEvery(), attendance::markSilent));
    }

    void onStop(@Observes ShutdownEvent stop) {
        rhythms.forEach(Rhythm::close);
    }
}
