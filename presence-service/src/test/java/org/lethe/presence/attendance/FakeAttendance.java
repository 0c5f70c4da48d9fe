package org.lethe.presence.attendance;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lethe.contracts.id.VisitId;

/** Attendance of one replica, in memory. */
final class FakeAttendance implements Attendance {

    final Set<VisitId> notOpen = new HashSet<>();
    final Map<VisitId, Integer> sockets = new HashMap<>();
    final List<Beat> beats = new ArrayList<>();
    final List<Collection<Beat>> renewals = new ArrayList<>();

    @Override
    public boolean attend(Beat beat, int count) {
        beats.add(beat);
        sockets.put(beat.visit(), count);
        return !notOpen.contains(beat.visit());
    }

    @Override
    public void goodbye(VisitId visit) {
        sockets.put(visit, 0);
    }

    @Override
    public Set<VisitId> renew(Collection<Beat> beats) {
        renewals.add(List.copyOf(beats));
        Set<VisitId> gone = new HashSet<>(notOpen);
        gone.retainAll(beats.stream().map(Beat::visit).toList());
        return gone;
    }

    @Override
    public void markSilent() {}
}
