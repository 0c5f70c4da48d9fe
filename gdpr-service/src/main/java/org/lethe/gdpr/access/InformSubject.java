package org.lethe.gdpr.access;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.lethe.contracts.event.LedgerFact.SubjectInformed;
import org.lethe.contracts.id.ScopeId;
import org.lethe.contracts.id.ScopeKind;
import org.lethe.gdpr.ledger.Ledger;
import org.lethe.gdpr.request.Progress;
import org.lethe.gdpr.request.RequestStatus;
import org.lethe.gdpr.request.RequestStore;
import org.lethe.gdpr.request.StatusListener;
import org.lethe.gdpr.request.SubjectRequest;
import org.lethe.gdpr.subject.SubjectScopes;

/**
 * Answers access and portability requests. Nothing is copied: what is held is read when the results
 * are fetched, which ends the request.
 */
@ApplicationScoped
public class InformSubject {

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

    /** Completes the request; with nothing to fetch it is over, too. */
    public void advance(SubjectRequest request) {
        if (!(request.progress() instanceof Progress.Received received)) {
            return;
        }
        Map<ScopeKind, Integer> found = count(scopes.find(request.account(), request.selectors()));
        ledger.append(
                request.account(),
                new SubjectInformed(request.digest(), request.received(), clock.instant(), found));
        int results = found.values().stream().mapToInt(Integer::intValue).sum();
        Progress.Answered answered = received.answered(results);
        if (results > 0 && !requests.advance(request, answered, List.of())) {
            return;
        }
        listener.changed(request.with(answered), RequestStatus.COMPLETED, results);
        if (results == 0) {
            requests.close(request, Optional.empty());
        }
    }

    /** What is held now; the selectors are destroyed with the answer. */
    public JsonNode results(SubjectRequest request) {
        JsonNode held = access.held(request.account(), request.selectors());
        requests.close(request, Optional.empty());
        return held;
    }

    private static Map<ScopeKind, Integer> count(Set<ScopeId> scopes) {
        var counts = new TreeMap<ScopeKind, Integer>();
        scopes.forEach(scope -> counts.merge(scope.kind(), 1, Integer::sum));
        return counts;
    }
}
