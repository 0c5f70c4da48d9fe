package org.lethe.presence.erasure;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.contracts.event.DestroyReason;
import org.lethe.contracts.event.ErasureEvent.ErasureRequested;
import org.lethe.contracts.event.RemainsKind;
import org.lethe.contracts.id.VisitId;
import org.lethe.presence.attendance.VisitSessions;
import org.lethe.privacy.vault.DestroyOutcome;
import org.lethe.privacy.vault.Vault;
import org.lethe.runtime.problem.Refusal;

/**
 * Removes what remains of erased visits.
 *
 * <p>Their keys were destroyed before this is heard of; doing it again costs nothing and makes it
 * certain. The pages that were still open are told; other replicas hear it by the destroy signal.
 */
@ApplicationScoped
class EraseVisits {

    private final Vault vault;
    private final VisitSessions live;

    EraseVisits(Vault vault, VisitSessions live) {
        this.vault = vault;
        this.live = live;
    }

    /** How many visits were removed here; refuses, to be asked again, while that is uncertain. */
    Map<RemainsKind, Integer> erase(ErasureRequested request) {
        List<VisitId> visits =
                request.scopes().stream()
                        .filter(VisitId.class::isInstance)
                        .map(VisitId.class::cast)
                        .toList();
        int removed = 0;
        for (DestroyOutcome outcome : vault.destroyAll(visits, DestroyReason.ERASED).values()) {
            removed +=
                    switch (outcome) {
                        case DestroyOutcome.Destroyed destroyed -> 1;
                        case DestroyOutcome.AlreadyGone gone -> 0;
                        case DestroyOutcome.Unavailable unavailable ->
                                throw new Refusal(ErrorCode.UNAVAILABLE);
                    };
        }
        visits.forEach(live::erased);
        return Map.of(RemainsKind.VISITS, removed);
    }
}
