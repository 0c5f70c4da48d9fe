package org.lethe.gdpr.request;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.contracts.event.LedgerEntry;
import org.lethe.contracts.event.LedgerFact;
import org.lethe.contracts.event.ServiceName;
import org.lethe.contracts.id.AccountId;
import org.lethe.gdpr.ledger.Ledger;
import org.lethe.gdpr.subject.SubjectScopes;
import org.lethe.privacy.log.Log;
import org.lethe.privacy.log.LogKey;
import org.lethe.runtime.problem.Refusal;

/** Takes requests, answers where they stand, and takes them back. */
@ApplicationScoped
public class SubjectRequests {

    private static final Log LOG = Log.of(SubjectRequests.class);

    private final RequestStore requests;
    private final Ledger ledger;
    private final RequestWork work;
    private final SubjectScopes scopes;
    private final Clock clock;

    public SubjectRequests(
            RequestStore requests,
            Ledger ledger,
            RequestWork work,
            SubjectScopes scopes,
            Clock clock) {
        this.requests = requests;
        this.ledger = ledger;
        this.work = work;
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
        return advanced(kept)
                .or(() -> find(account, submission.id()))
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
        SubjectRequest request =
                requests.find(requests.scopeOf(account, id))
                        .orElseThrow(() ->
                                new Refusal(
                                        completed(account, id).isEmpty()
                                                ? ErrorCode.NOT_FOUND
                                                : ErrorCode.CONFLICT));
        return work.withdraw(request).orElseThrow(() -> new Refusal(ErrorCode.CONFLICT));
    }

    /** Where the request stands after what could be done at once; empty if that must be asked. */
    private Optional<RequestState> advanced(SubjectRequest request) {
        try {
            return work.advance(request);
        } catch (Refusal refusal) {
            // It is kept, and the sweep comes back to it.
            LOG.warn(
                    "request can't be worked on now",
                    LogKey.ERASURE.of(request.scope()),
                    LogKey.CODE.of(refusal.code()));
            return Optional.empty();
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
                ? requests.acknowledgements(request.scope()).missing(effective)
                : Set.of();
    }
}
