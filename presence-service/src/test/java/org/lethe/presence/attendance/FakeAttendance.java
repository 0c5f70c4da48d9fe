package org.lethe.presence.attendance;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.lethe.contracts.id.VisitId;
import org.lethe.privacy.vault.Fate;

/** Attendance of one replica, in memory; a visit is open unless a fate is put. */
final class FakeAttendance implements Attendance {

    final Map<VisitId, Fate> fates = new HashMap<>();
    final Map<VisitId, Integer> sockets = new HashMap<>();
    final Set<VisitId> leaving = new HashSet<>();

    /** Those who were heard of by no replica for long. */
    final Set<VisitId> silent = new HashSet<>();

    final List<Duration> heardAgo = new ArrayList<>();
    final List<Map<VisitId, Duration>> renewals = new ArrayList<>();

    /** Done once, in the midst of the next report. */
    Runnable whileAttending = () -> {};

    @Override
    public boolean attend(VisitId visit, Duration ago, int count) {
        Runnable meanwhile = whileAttending;
        whileAttending = () -> {};
        meanwhile.run();
        heardAgo.add(ago);
        if (!isOpen(visit)) {
            return false;
        }
        sockets.put(visit, count);
        if (count == 0) {
            leaving.add(visit);
        } else {
            leaving.remove(visit);
        }
        return true;
    }

    @Override
    public void goodbye(VisitId visit) {
        if (isOpen(visit) && sockets.getOrDefault(visit, 0) <= 1) {
            leaving.add(visit);
        }
    }

    @Override
    public Set<VisitId> renew(Map<VisitId, Duration> beats) {
        renewals.add(Map.copyOf(beats));
        return beats.keySet().stream().filter(visit -> !isOpen(visit)).collect(Collectors.toSet());
    }

    @Override
    public Map<VisitId, Fate> fates(Collection<VisitId> visits) {
        Map<VisitId, Fate> asked = new HashMap<>();
        visits.forEach(visit -> asked.put(visit, fates.getOrDefault(visit, Fate.OPEN)));
        return asked;
    }

    @Override
    public void markSilent() {
        leaving.addAll(silent);
    }

    private boolean isOpen(VisitId visit) {
        return !fates.containsKey(visit);
    }
}
