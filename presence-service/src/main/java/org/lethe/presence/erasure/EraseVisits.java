package org.lethe.presence.erasure;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import org.lethe.contracts.event.ErasureEvent.ErasureRequested;
import org.lethe.contracts.event.RemainsKind;
import org.lethe.contracts.id.VisitId;
import org.lethe.presence.attendance.VisitSessions;
import org.lethe.runtime.erasure.ErasedScopes;
import org.lethe.runtime.erasure.ErasureStep;

/**
 * Removes what remains of erased visits. The pages that were still open are told; other replicas
 * hear it by the destroy signal.
 */
@ApplicationScoped
class EraseVisits implements ErasureStep {

    private final ErasedScopes erased;
    private final VisitSessions live;

    EraseVisits(ErasedScopes erased, VisitSessions live) {
        this.erased = erased;
        this.live = live;
    }

    @Override
    public Map<RemainsKind, Integer> remove(ErasureRequested request) {
        List<VisitId> visits = erased.destroyed(request, VisitId.class);
        visits.forEach(live::erased);
        return Map.of(RemainsKind.VISITS, visits.size());
    }
}
