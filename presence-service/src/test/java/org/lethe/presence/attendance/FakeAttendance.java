package org.lethe.presence.attendance;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.lethe.contracts.id.VisitId;

/** Attendance of one replica, in memory; a visit is open unless a fate is put. */
final class FakeAttendance implements Attendance {

    final Map<VisitId, Fate> fates = new HashMap<>();
    final Map<VisitId, Integer> sockets = new HashMap<>();
    final Set<VisitId> leaving = new HashSet<>();
    final List<Beat> beats = new ArrayList<>();
    final List<Collection<Beat>> renewals = new ArrayList<>();

    /** Done once, in the midst of the next report. */
    Runnable whileAttending = () -> {};

    @Override
    public boolean attend(Beat beat, int count) {
        Runnable meanwhile = whileAttending;
        whileAttending = () -> {};
        meanwhile.run();
        beats.add(beat);
        if (!isOpen(beat.visit())) {
            return false;
        }
        sockets.put(beat.visit(), count);
        if (count == 0) {
            leaving.add(beat.visit());
        } else {
            leaving.remove(beat.visit());
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
    public Set<VisitId> renew(Collection<Beat> beats) {
        renewals.add(List.copyOf(beats));
        return beats.stream()
                .map(Beat::visit)
                .filter(visit -> !isOpen(visit))
                .collect(Collectors.toSet());
    }

    @Override
    public Map<VisitId, Fate> fates(Collection<VisitId> visits) {
        Map<VisitId, Fate> asked = new HashMap<>();
        visits.forEach(visit -> asked.put(visit, fates.getOrDefault(visit, Fate.OPEN)));
        return asked;
    }

    /** All are heard of. */
    @Override
    public void markSilent() {}

    private boolean isOpen(VisitId visit) {
        return !fates.containsKey(visit);
    }
}
