package org.lethe.gdpr.fulfilment;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.contracts.event.LedgerEntry;
import org.lethe.contracts.event.LedgerFact.SubjectInformed;
import org.lethe.contracts.event.SubjectAction;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.ScopeId;
import org.lethe.gdpr.access.SubjectAccess;
import org.lethe.gdpr.audit.Audit;
import org.lethe.gdpr.ledger.Ledger;
import org.lethe.gdpr.request.Author;
import org.lethe.gdpr.request.Progress;
import org.lethe.gdpr.request.RequestId;
import org.lethe.gdpr.request.RequestState;
import org.lethe.gdpr.request.RequestStore;
import org.lethe.gdpr.request.StatusListener;
import org.lethe.gdpr.request.SubjectRequest;
import org.lethe.gdpr.subject.SubjectScopes;
import org.lethe.runtime.problem.Refusal;

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
    private final Audit audit;
    private final Clock clock;

    InformSubject(
            RequestStore requests,
            SubjectScopes scopes,
            SubjectAccess access,
            Ledger ledger,
            StatusListener listener,
            Audit audit,
            Clock clock) {
        this.requests = requests;
        this.scopes = scopes;
        this.access = access;
        this.ledger = ledger;
        this.listener = listener;
        this.audit = audit;
        this.clock = clock;
    }

    /** Completes the request; with nothing to fetch it is over, too. */
    Optional<RequestState> advance(SubjectRequest request) {
        return request.progress() instanceof Progress.Received received
                ? answer(request, received)
                : Optional.of(RequestState.of(request));
    }

    private Optional<RequestState> answer(SubjectRequest request, Progress.Received received) {
        Set<ScopeId> found = scopes.find(request.account(), request.selectors(), request.until());
        audit.enter(request);
        LedgerEntry entry =
                ledger.append(
                        request.account(),
                        new SubjectInformed(
                                request.digest(),
                                request.received(),
                                clock.instant(),
                                SubjectScopes.count(found)));
        if (found.isEmpty()) {
            var over = RequestState.of(request.id(), entry);
            listener.changed(request, over);
            requests.close(request, Optional.empty());
            return Optional.of(over);
        }
        Optional<RequestState> waiting =
                requests.advance(request, received.answered(found.size()), List.of())
                        .map(RequestState::of);
        waiting.ifPresent(now -> listener.changed(request, now));
        return waiting;
    }

    /** What is held now, once: the selectors are destroyed with the answer. */
    public JsonNode results(AccountId account, RequestId id, Author by) {
        SubjectRequest request =
                requests.find(requests.scopeOf(account, id))
                        .filter(kept -> kept.progress() instanceof Progress.Answered)
                        .filter(kept -> kept.concerns(by))
                        .orElseThrow(() -> new Refusal(ErrorCode.NOT_FOUND));
        audit.disclosing(account, by, SubjectAction.RESULTS_FETCHED, request.digest());
        JsonNode held =
                access.held(account, scopes.find(account, request.selectors(), request.until()));
        requests.close(request, Optional.empty());
        return held;
    }
}
