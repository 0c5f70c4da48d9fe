package org.lethe.gdpr.fulfilment;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.contracts.event.LedgerEntry;
import org.lethe.contracts.event.LedgerFact;
import org.lethe.contracts.event.ServiceName;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.ErasureId;
import org.lethe.gdpr.audit.Audit;
import org.lethe.gdpr.ledger.Ledger;
import org.lethe.gdpr.request.Author;
import org.lethe.gdpr.request.Progress;
import org.lethe.gdpr.request.RequestId;
import org.lethe.gdpr.request.RequestState;
import org.lethe.gdpr.request.RequestStore;
import org.lethe.gdpr.request.RequestType;
import org.lethe.gdpr.request.StatusListener;
import org.lethe.gdpr.request.SubjectRequest;
import org.lethe.gdpr.subject.SubjectScopes;
import org.lethe.gdpr.subject.SubjectVault;
import org.lethe.privacy.log.Log;
import org.lethe.privacy.log.LogKey;
import org.lethe.runtime.problem.Refusal;

/**
 * Takes requests, has each worked on by one thread of this process at a time, answers where they
 * stand, and takes them back.
 */
@ApplicationScoped
public class SubjectRequests {

    private static final Log LOG = Log.of(SubjectRequests.class);
    private static final int LOCKS = 256;

    /** Answers of several services come at once; in one process one of them completes a request. */
    private final List<Lock> locks =
            Stream.generate(() -> (Lock) new ReentrantLock()).limit(LOCKS).toList();

    private final RequestStore requests;
    private final Ledger ledger;
    private final SubjectScopes scopes;
    private final SubjectVault vault;
    private final EraseSubject erasure;
    private final InformSubject access;
    private final StatusListener listener;
    private final Audit audit;

    SubjectRequests(
            RequestStore requests,
            Ledger ledger,
            SubjectScopes scopes,
            SubjectVault vault,
            EraseSubject erasure,
            InformSubject access,
            StatusListener listener,
            Audit audit) {
        this.requests = requests;
        this.ledger = ledger;
        this.scopes = scopes;
        this.vault = vault;
        this.erasure = erasure;
        this.access = access;
        this.listener = listener;
        this.audit = audit;
    }

    /**
     * Keeps the request and does what can be done of it at once; an erasure has effect on return,
     * or the request is refused, and to repeat it is safe. The same id again is the same request;
     * with other content it is refused.
     */
    public RequestState submit(SubjectRequest asked) {
        Optional<LedgerEntry> entry = ledger.ofRequest(asked.account(), asked.digest());
        if (entry.isPresent()) {
            return repeated(asked, entry.get());
        }
        SubjectRequest kept = requests.receive(asked);
        if (!kept.asksTheSameAs(asked)) {
            throw new Refusal(ErrorCode.CONFLICT);
        }
        return advanced(kept)
                .or(() -> find(asked.account(), asked.id()))
                .filter(state -> asked.type() != RequestType.ERASURE || state.hasEffect())
                .orElseThrow(() -> new Refusal(ErrorCode.UNAVAILABLE));
    }

    public Optional<RequestState> find(AccountId account, RequestId id) {
        return requests.find(requests.scopeOf(account, id))
                .map(request -> RequestState.of(request, missing(request)))
                .or(() -> completed(account, id));
    }

    /** Withdraws a request that nothing was done for; one that is worked on can't be taken back. */
    public RequestState cancel(AccountId account, RequestId id, Author by) {
        SubjectRequest request =
                requests.find(requests.scopeOf(account, id))
                        .orElseThrow(() ->
                                new Refusal(
                                        completed(account, id).isEmpty()
                                                ? ErrorCode.NOT_FOUND
                                                : ErrorCode.CONFLICT));
        return locked(request.scope(), () -> withdraw(request, by))
                .orElseThrow(() -> new Refusal(ErrorCode.CONFLICT));
    }

    /** Works on a request that stands still, wherever it came from. */
    void advance(ErasureId scope) {
        locked(scope, () -> requests.find(scope).flatMap(this::work));
    }

    /** Where the request stands after what could be done at once; empty if that must be asked. */
    private Optional<RequestState> advanced(SubjectRequest request) {
        try {
            return locked(request.scope(), () -> work(request));
        } catch (Refusal refusal) {
            // It is kept, and the sweep comes back to it.
            LOG.warn(
                    "request can't be worked on now",
                    LogKey.ERASURE.of(request.scope()),
                    LogKey.CODE.of(refusal.code()));
            return Optional.empty();
        }
    }

    /** As it was kept; a step that another took since is not taken again. */
    private Optional<RequestState> work(SubjectRequest request) {
        if (request.progress() instanceof Progress.Cancelled) {
            release(request);
            return Optional.empty();
        }
        return switch (request.type()) {
            case ERASURE -> erasure.advance(request);
            case ACCESS, PORTABILITY -> access.advance(request);
        };
    }

    private Optional<RequestState> withdraw(SubjectRequest request, Author by) {
        return request.progress() instanceof Progress.Received received
                ? requests.advance(request, received.cancelled(by), List.of()).map(this::release)
                : Optional.empty();
    }

    /** Ends a withdrawn request, and its marks first: a chat that stays marked could never end. */
    private RequestState release(SubjectRequest withdrawn) {
        var state = RequestState.of(withdrawn);
        vault.unmark(
                scopes.find(withdrawn.account(), withdrawn.selectors(), withdrawn.until()),
                withdrawn.scope());
        audit.enter(withdrawn);
        listener.changed(withdrawn, state);
        requests.close(withdrawn, Optional.empty());
        return state;
    }

    private <T> T locked(ErasureId scope, Supplier<T> work) {
        Lock lock = locks.get(Math.floorMod(scope.hashCode(), LOCKS));
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }

    /** Whether the entry is of this request, sent again. */
    private RequestState repeated(SubjectRequest asked, LedgerEntry entry) {
        boolean same =
                switch (entry.fact()) {
                    case LedgerFact.SubjectErased erased -> isErased(asked, erased.received());
                    case LedgerFact.NothingErased nothing -> isErased(asked, nothing.received());
                    case LedgerFact.SubjectInformed _ -> asked.type() != RequestType.ERASURE;
                    case LedgerFact.ActionTaken _, LedgerFact.ScopesDestroyed _ -> false;
                };
        if (!same) {
            throw new Refusal(ErrorCode.CONFLICT);
        }
        return RequestState.of(asked.id(), entry);
    }

    /**
     * The ledger knows no selectors, but a subject of whom something is open that was there then
     * was not its subject.
     */
    private boolean isErased(SubjectRequest asked, Instant received) {
        return asked.type() == RequestType.ERASURE
                && scopes.find(asked.account(), asked.selectors(), received).isEmpty();
    }

    private Optional<RequestState> completed(AccountId account, RequestId id) {
        return ledger.ofRequest(account, id.digest(account))
                .map(entry -> RequestState.of(id, entry));
    }

    private Set<ServiceName> missing(SubjectRequest request) {
        return request.progress() instanceof Progress.Effective effective
                ? requests.acknowledgements(request.scope()).missing(effective)
                : Set.of();
    }
}
