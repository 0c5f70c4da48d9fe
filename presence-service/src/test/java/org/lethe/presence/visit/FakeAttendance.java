package org.lethe.presence.visit;

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

    final Set<VisitId> destroyed = new HashSet<>();
    final Map<VisitId, Integer> sockets = new HashMap<>();
    final List<Collection<Beat>> renewals = new ArrayList<>();

    @Override
    public boolean attend(VisitId visit, int count) {
        sockets.put(visit, count);
        return !destroyed.contains(visit);
    }

    @Override
    public void goodbye(VisitId visit) {
        sockets.put(visit, 0);
    }

    @Override
    public Set<VisitId> renew(Collection<Beat> beats) {
        renewals.add(List.copyOf(beats));
        Set<VisitId> gone = new HashSet<>(destroyed);
        gone.retainAll(beats.stream().map(Beat::visit).toList());
        return gone;
    }

    @Override
    public void markSilent() {}
}
