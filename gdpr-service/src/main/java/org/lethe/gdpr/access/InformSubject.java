package org.lethe.gdpr.access;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.contracts.event.LedgerEntry;
import org.lethe.contracts.event.LedgerFact.SubjectInformed;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.ScopeId;
import org.lethe.contracts.id.ScopeKind;
import org.lethe.gdpr.ledger.Ledger;
import org.lethe.gdpr.request.Fulfilment;
import org.lethe.gdpr.request.Progress;
import org.lethe.gdpr.request.RequestId;
import org.lethe.gdpr.request.RequestState;
import org.lethe.gdpr.request.RequestStatus;
import org.lethe.gdpr.request.RequestStore;
import org.lethe.gdpr.request.RequestType;
import org.lethe.gdpr.request.StatusListener;
import org.lethe.gdpr.request.SubjectRequest;
import org.lethe.gdpr.subject.SubjectScopes;
import org.lethe.runtime.problem.Refusal;

/**
 * Answers access and portability requests. Nothing is copied: what is held is read when the results
 * are fetched, which ends the request.
 */
@ApplicationScoped
public class InformSubject implements Fulfilment {

    private final RequestStore requests;
    private final SubjectScopes scopes;
    private final SubjectAccess access;
    private final Ledger ledger;
    private final StatusListener listener;
    private final Clock clock;

    public InformSubject(
            RequestStore requests,
            SubjectScopes scopes,
            SubjectAccess access,
            Ledger ledger,
            StatusListener listener,
            Clock clock) {
        this.requests = requests;
        this.scopes = scopes;
        this.access = access;
        this.ledger = ledger;
        this.listener = listener;
        this.clock = clock;
    }

    @Override
    public boolean isFor(RequestType type) {
        return type != RequestType.ERASURE;
    }

    /** Completes the request; with nothing to fetch it is over, too. */
    @Override
    public Optional<RequestState> advance(SubjectRequest request) {
        return request.progress() instanceof Progress.Received received
                ? answer(request, received)
                : Optional.of(RequestState.of(request, Set.of()));
    }

    private Optional<RequestState> answer(SubjectRequest request, Progress.Received received) {
        Map<ScopeKind, Integer> found = count(scopes.find(request.account(), request.selectors()));
        LedgerEntry entry =
                ledger.append(
                        request.account(),
                        new SubjectInformed(
                                request.digest(), request.received(), clock.instant(), found));
        int results = found.values().stream().mapToInt(Integer::intValue).sum();
        Progress.Answered answered = received.answered(results);
        if (results == 0) {
            listener.changed(request.with(answered), RequestStatus.COMPLETED, results);
            requests.close(request, Optional.empty());
            return RequestState.of(request.id(), entry);
        }
        Optional<SubjectRequest> waiting = requests.advance(request, answered, List.of());
        waiting.ifPresent(now -> listener.changed(now, RequestStatus.COMPLETED, results));
        return waiting.map(now -> RequestState.of(now, Set.of()));
    }

    /** What is held now, once: the selectors are destroyed with the answer. */
    public JsonNode results(AccountId account, RequestId id) {
        SubjectRequest request =
                requests.find(requests.scopeOf(account, id))
                        .filter(kept -> kept.progress() instanceof Progress.Answered)
                        .orElseThrow(() -> new Refusal(ErrorCode.NOT_FOUND));
        JsonNode held = access.held(account, request.selectors());
        requests.close(request, Optional.empty());
        return held;
    }

    private static Map<ScopeKind, Integer> count(Set<ScopeId> scopes) {
        var counts = new TreeMap<ScopeKind, Integer>();
        scopes.forEach(scope -> counts.merge(scope.kind(), 1, Integer::sum));
        return counts;
    }
}
