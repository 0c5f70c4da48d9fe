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
 * are fetched, until they are acknowledged or run out.
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
            requests.close(request, Optional.empty(), listener.changed(request, over));
            return Optional.of(over);
        }
        Progress.Answered answered = received.answered(found.size());
        RequestState waiting = RequestState.of(request.with(answered));
        return requests.advance(request, answered, List.of(), listener.changed(request, waiting))
                .map(RequestState::of);
    }

    /**
     * What is held now, to who may see the request. It is read from where it lies, sealed, each
     * time: no copy is made that could outlive it, or an erasure.
     */
    public JsonNode results(AccountId account, RequestId id, Author by) {
        SubjectRequest request =
                requests.find(requests.scopeOf(account, id))
                        .filter(InformSubject::isAnswered)
                        .filter(kept -> kept.concerns(by))
                        .orElseThrow(() -> new Refusal(ErrorCode.NOT_FOUND));
        audit.disclosing(account, by, SubjectAction.RESULTS_FETCHED, request.digest());
        return access.held(account, scopes.find(account, request.selectors(), request.until()));
    }

    /** Ends a request whose results were fetched, as its end in time would; may be repeated. */
    public void acknowledge(AccountId account, RequestId id, Author by) {
        Optional<SubjectRequest> kept = requests.find(requests.scopeOf(account, id));
        boolean isOver = kept.isEmpty() && wasInformed(account, id);
        boolean isAnswered =
                kept.filter(InformSubject::isAnswered)
                        .filter(request -> request.concerns(by))
                        .isPresent();
        if (!isOver && !isAnswered) {
            throw new Refusal(ErrorCode.NOT_FOUND);
        }
        kept.ifPresent(request -> requests.close(request, Optional.empty()));
    }

    private static boolean isAnswered(SubjectRequest request) {
        return request.progress() instanceof Progress.Answered;
    }

    private boolean wasInformed(AccountId account, RequestId id) {
        return ledger.ofRequest(account, id.digest(account))
                .filter(entry -> entry.fact() instanceof SubjectInformed)
                .isPresent();
    }
}
