package org.lethe.gdpr.intake;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.contracts.event.LedgerEntry;
import org.lethe.contracts.event.LedgerFact;
import org.lethe.contracts.event.ServiceName;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.ErasureId;
import org.lethe.gdpr.access.InformSubject;
import org.lethe.gdpr.erasure.CompleteErasure;
import org.lethe.gdpr.erasure.EraseSubject;
import org.lethe.gdpr.ledger.Ledger;
import org.lethe.gdpr.request.Progress;
import org.lethe.gdpr.request.RequestId;
import org.lethe.gdpr.request.RequestStore;
import org.lethe.gdpr.request.RequestType;
import org.lethe.gdpr.request.SubjectRequest;
import org.lethe.gdpr.subject.SubjectScopes;
import org.lethe.privacy.log.Log;
import org.lethe.privacy.log.LogKey;
import org.lethe.runtime.problem.Refusal;

/** Takes requests, answers where they stand, and works on those that stand still. */
@ApplicationScoped
public class SubjectRequests {

    private static final Log LOG = Log.of(SubjectRequests.class);

    private final RequestStore requests;
    private final Ledger ledger;
    private final EraseSubject erasure;
    private final CompleteErasure completion;
    private final InformSubject access;
    private final SubjectScopes scopes;
    private final Clock clock;

    public SubjectRequests(
            RequestStore requests,
            Ledger ledger,
            EraseSubject erasure,
            CompleteErasure completion,
            InformSubject access,
            SubjectScopes scopes,
            Clock clock) {
        this.requests = requests;
        this.ledger = ledger;
        this.erasure = erasure;
        this.completion = completion;
        this.access = access;
        this.scopes = scopes;
        this.clock = clock;
    }

    /**
     * Keeps the request and does what can be done of it at once; an erasure has effect on return,
     * or the request is refused, and to repeat it is safe. The same id again is the same request;
     * with other content it is refused.
     */
    public RequestState submit(AccountId account, Submission submission) {
        Optional<LedgerEntry> entry = ledger.ofRequest(account, submission.id().digest(account));
        if (entry.isPresent()) {
            return repeated(submission, entry.get());
        }
        var asked =
                new SubjectRequest(
                        requests.scopeOf(account, submission.id()),
                        account,
                        submission.id(),
                        submission.type(),
                        submission.selectors(),
                        submission.callbacks(),
                        clock.instant(),
                        new Progress.Received());
        SubjectRequest kept = requests.receive(asked);
        if (!kept.asksTheSameAs(asked)) {
            throw new Refusal(ErrorCode.CONFLICT);
        }
        tryToAdvance(kept);
        return find(account, submission.id())
                .filter(state -> submission.type() != RequestType.ERASURE || state.hasEffect())
                .orElseThrow(() -> new Refusal(ErrorCode.UNAVAILABLE));
    }

    public Optional<RequestState> find(AccountId account, RequestId id) {
        return requests.find(requests.scopeOf(account, id))
                .map(request -> RequestState.of(request, missing(request)))
                .or(() -> completed(account, id));
    }

    /** Withdraws a request that nothing was done for; one that is worked on can't be taken back. */
    public RequestState cancel(AccountId account, RequestId id) {
        ErasureId scope = requests.scopeOf(account, id);
        Optional<SubjectRequest> request = requests.find(scope);
        if (request.isEmpty() && completed(account, id).isEmpty()) {
            throw new Refusal(ErrorCode.NOT_FOUND);
        }
        if (request.isEmpty() || !erasure.withdraw(scope)) {
            throw new Refusal(ErrorCode.CONFLICT);
        }
        return RequestState.of(request.get().with(new Progress.Cancelled()), Set.of());
    }

    /** What is held about the subject of an access request; it can be fetched once. */
    public JsonNode results(AccountId account, RequestId id) {
        return requests.find(requests.scopeOf(account, id))
                .filter(request -> request.progress() instanceof Progress.Answered)
                .map(access::results)
                .orElseThrow(() -> new Refusal(ErrorCode.NOT_FOUND));
    }

    /** Works on a request that stands still, wherever it came from. */
    void takeUp(ErasureId scope) {
        requests.find(scope).ifPresent(this::tryToAdvance);
    }

    private void tryToAdvance(SubjectRequest request) {
        try {
            if (request.progress() instanceof Progress.Cancelled) {
                erasure.advance(request.scope());
                return;
            }
            switch (request.type()) {
                case ERASURE -> erasure.advance(request.scope());
                case ACCESS, PORTABILITY -> access.advance(request);
            }
        } catch (Refusal refusal) {
            // It is kept, and the sweep comes back to it.
            LOG.warn(
                    "request can't be worked on now",
                    LogKey.ERASURE.of(request.scope()),
                    LogKey.CODE.of(refusal.code()));
        }
    }

    /**
     * The ledger knows no selectors, but a subject of whom something is open was not its subject.
     */
    private RequestState repeated(Submission submission, LedgerEntry entry) {
        boolean same =
                switch (entry.fact()) {
                    case LedgerFact.SubjectErased _ ->
                            submission.type() == RequestType.ERASURE
                                    && scopes.find(entry.account(), submission.selectors())
                                            .isEmpty();
                    case LedgerFact.SubjectInformed _ -> submission.type() != RequestType.ERASURE;
                    case LedgerFact.ScopesDestroyed _ -> false;
                };
        return RequestState.of(submission.id(), entry)
                .filter(_ -> same)
                .orElseThrow(() -> new Refusal(ErrorCode.CONFLICT));
    }

    private Optional<RequestState> completed(AccountId account, RequestId id) {
        return ledger.ofRequest(account, id.digest(account))
                .flatMap(entry -> RequestState.of(id, entry));
    }

    private Set<ServiceName> missing(SubjectRequest request) {
        return request.progress() instanceof Progress.Effective effective
                ? completion.missing(request, effective)
                : Set.of();
    }
}
