package org.lethe.gdpr.request;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lethe.contracts.event.LedgerEntry;
import org.lethe.contracts.event.LedgerFact.ActionTaken;
import org.lethe.contracts.event.LedgerFact.NothingErased;
import org.lethe.contracts.event.LedgerFact.ScopesDestroyed;
import org.lethe.contracts.event.LedgerFact.SubjectErased;
import org.lethe.contracts.event.LedgerFact.SubjectInformed;
import org.lethe.contracts.event.ServiceName;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.ReceiptId;
import org.lethe.contracts.id.ScopeKind;

/**
 * What is told of a request, whether it is worked on or long completed; every answer and callback
 * is made from it.
 *
 * @param effective when the keys were destroyed; for an erasure that found any
 * @param found how many scopes; once that is known
 * @param resultsWait whether the results of an access request can be fetched
 * @param receipt of an erasure that found anything, from its effect on; it is signed when the
 *     status is completed
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

    /** Whether the keys are destroyed, or there were none; of an erasure. */
    public boolean hasEffect() {
        return effective.isPresent() || status == RequestStatus.COMPLETED;
    }

    /** Of a request that is worked on and waits for nobody. */
    public static RequestState of(SubjectRequest request) {
        return of(request, Set.of());
    }

    /** Of a request that is worked on. */
    public static RequestState of(SubjectRequest request, Set<ServiceName> missing) {
        Progress progress = request.progress();
        Optional<Instant> effective =
                progress instanceof Progress.Effective(_, Instant at)
                        ? Optional.of(at)
                        : Optional.empty();
        return new RequestState(
                request.account(),
                request.id(),
                RequestStatus.of(progress),
                request.received(),
                effective,
                Optional.empty(),
                found(progress),
                progress instanceof Progress.Answered,
                effective.map(_ -> request.receipt()),
                missing);
    }

    /** Of a request that the ledger tells about. */
    public static RequestState of(RequestId id, LedgerEntry entry) {
        return switch (entry.fact()) {
            case SubjectErased erased ->
                    completed(
                            entry.account(),
                            id,
                            erased.received(),
                            Optional.of(erased.effective()),
                            erased.completed(),
                            erased.scopes(),
                            Optional.of(erased.receipt()));
            case NothingErased nothing ->
                    completed(
                            entry.account(),
                            id,
                            nothing.received(),
                            Optional.empty(),
                            nothing.completed(),
                            Map.of(),
                            Optional.empty());
            case SubjectInformed informed ->
                    completed(
                            entry.account(),
                            id,
                            informed.received(),
                            Optional.empty(),
                            informed.completed(),
                            informed.scopes(),
                            Optional.empty());
            case ActionTaken _, ScopesDestroyed _ ->
                    throw new IllegalArgumentException("an entry of no request");
        };
    }

    private static Optional<Integer> found(Progress progress) {
        return switch (progress) {
            case Progress.Unconfirmed _, Progress.Received _ -> Optional.empty();
            case Progress.Resolved resolved -> Optional.of(resolved.all().size());
            case Progress.Effective effective -> Optional.of(effective.scopes().size());
            case Progress.Answered(int found) -> Optional.of(found);
            case Progress.Cancelled _ -> Optional.of(0);
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
