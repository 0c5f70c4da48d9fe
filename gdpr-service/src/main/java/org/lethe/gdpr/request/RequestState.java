package org.lethe.gdpr.request;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lethe.contracts.event.LedgerEntry;
import org.lethe.contracts.event.LedgerFact;
import org.lethe.contracts.event.ServiceName;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.ReceiptId;
import org.lethe.contracts.id.ScopeKind;

/**
 * Where a request stands, whether it is worked on or long completed.
 *
 * @param effective when the keys were destroyed; for an erasure
 * @param found how many scopes; once that is known
 * @param resultsWait whether the results of an access request can be fetched
 * @param receipt of an erasure, from its effect on; it is signed when the status is completed
 * @param missing services whose acknowledgement an erasure waits for
 */
public record RequestState(
        AccountId account,
        RequestId id,
        RequestStatus status,
        Instant received,
        Optional<Instant> effective,
        Optional<Instant> completed,
        Optional<Integer> found,
        boolean resultsWait,
        Optional<ReceiptId> receipt,
        Set<ServiceName> missing) {

    /** Whether the keys are destroyed; of an erasure. */
    public boolean hasEffect() {
        return effective.isPresent();
    }

    /** Of a request that is worked on. */
    public static RequestState of(SubjectRequest request, Set<ServiceName> missing) {
        Optional<Progress.Effective> effective =
                request.progress() instanceof Progress.Effective progress
                        ? Optional.of(progress)
                        : Optional.empty();
        return new RequestState(
                request.account(),
                request.id(),
                RequestStatus.of(request.progress()),
                request.received(),
                effective.map(Progress.Effective::at),
                Optional.empty(),
                found(request.progress()),
                request.progress() instanceof Progress.Answered,
                effective.map(_ -> request.receipt()),
                missing);
    }

    /** As a change is told: at the time of the change, and without who is waited for. */
    public static RequestState changed(SubjectRequest request, RequestStatus status, int found) {
        RequestState now = of(request, Set.of());
        return new RequestState(
                now.account,
                now.id,
                status,
                now.received,
                now.effective,
                now.completed,
                Optional.of(found),
                now.resultsWait,
                now.receipt,
                now.missing);
    }

    /** Of a request that the ledger tells about. */
    public static Optional<RequestState> of(RequestId id, LedgerEntry entry) {
        return switch (entry.fact()) {
            case LedgerFact.SubjectErased erased ->
                    Optional.of(
                            completed(
                                    entry.account(),
                                    id,
                                    erased.received(),
                                    Optional.of(erased.effective()),
                                    erased.completed(),
                                    erased.scopes(),
                                    Optional.of(erased.receipt())));
            case LedgerFact.SubjectInformed informed ->
                    Optional.of(
                            completed(
                                    entry.account(),
                                    id,
                                    informed.received(),
                                    Optional.empty(),
                                    informed.completed(),
                                    informed.scopes(),
                                    Optional.empty()));
            case LedgerFact.ScopesDestroyed _ -> Optional.empty();
        };
    }

    private static Optional<Integer> found(Progress progress) {
        return switch (progress) {
            case Progress.Received _, Progress.Cancelled _ -> Optional.empty();
            case Progress.Resolved resolved -> Optional.of(resolved.all().size());
            case Progress.Effective effective -> Optional.of(effective.scopes().size());
            case Progress.Answered answered -> Optional.of(answered.found());
        };
    }

    private static RequestState completed(
            AccountId account,
            RequestId id,
            Instant received,
            Optional<Instant> effective,
            Instant completed,
            Map<ScopeKind, Integer> scopes,
            Optional<ReceiptId> receipt) {
        return new RequestState(
                account,
                id,
                RequestStatus.COMPLETED,
                received,
                effective,
                Optional.of(completed),
                Optional.of(scopes.values().stream().mapToInt(Integer::intValue).sum()),
                false,
                receipt,
                Set.of());
    }
}
