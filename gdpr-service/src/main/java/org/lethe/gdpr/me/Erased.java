package org.lethe.gdpr.me;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.lethe.contracts.event.ServiceName;
import org.lethe.contracts.id.ReceiptId;
import org.lethe.gdpr.request.RequestState;
import org.lethe.gdpr.request.RequestStatus;

/**
 * What became of a visitor's erasure.
 *
 * @param receipt can be fetched with the same token once the status is completed
 * @param effective when the keys were destroyed
 * @param scopes how many scopes were found
 */
public record Erased(
        RequestStatus status,
        Optional<ReceiptId> receipt,
        Optional<Instant> effective,
        Optional<Integer> scopes,
        Set<ServiceName> waitingFor) {

    static Erased of(RequestState state) {
        return new Erased(
                state.status(), state.receipt(), state.effective(), state.found(), state.missing());
    }
}
