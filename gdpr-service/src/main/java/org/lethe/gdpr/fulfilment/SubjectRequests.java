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
import org.lethe.gdpr.ledger.Ledger;
import org.lethe.gdpr.request.Author;
import org.lethe.gdpr.request.Progress;
import org.lethe.gdpr.request.RequestId;
import org.lethe.gdpr.request.RequestState;
import org.lethe.gdpr.request.RequestStore;
import org.lethe.gdpr.request.RequestType;
import org.lethe.gdpr.request.SubjectRequest;
import org.lethe.gdpr.subject.SubjectScopes;
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
    private final EraseSubject erasure;
    private final InformSubject access;
    private final Withdrawal withdrawal;
    private final Petitions petitions;

    SubjectRequests(
            RequestStore requests,
            Ledger ledger,
            SubjectScopes scopes,
            EraseSubject erasure,
            InformSubject access,
            Withdrawal withdrawal,
            Petitions petitions) {
        this.requests = requests;
        this.ledger = ledger;
        this.scopes = scopes;
        this.erasure = erasure;
        this.access = access;
        this.withdrawal = withdrawal;
        this.petitions = petitions;
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
        if (asked.petitioner().isPresent()) {
            return waiting(asked, kept);
        }
        return kept.progress() instanceof Progress.Unconfirmed && asked.author() != null
                ? confirmed(kept, asked.author())
                : underway(kept);
    }

    /**
     * Confirms what somebody asked for who may not act alone, and does what can be done of it at
     * once. Refuses the one who asked.
     */
    public RequestState confirm(AccountId account, RequestId id, Author by) {
        return confirmed(kept(account, id), by);
    }

    /** What waits for this second person; refuses whoever may not confirm it. */
    SubjectRequest waitingFor(Author by, AccountId account, RequestId id) {
        SubjectRequest request = kept(account, id);
        petitions.requireSecond(request, by);
        return request;
    }

    /** Whether it was taken, and waits for no second person. */
    boolean isTaken(AccountId account, RequestId id) {
        return requests.find(requests.scopeOf(account, id))
                .map(kept -> !(kept.progress() instanceof Progress.Unconfirmed))
                .orElseGet(() -> completed(account, id).isPresent());
    }

    /** As {@link #find(AccountId, RequestId)}, for somebody who may not see all of it. */
    public Optional<RequestState> find(AccountId account, RequestId id, Author by) {
        Optional<SubjectRequest> kept = requests.find(requests.scopeOf(account, id));
        return kept.isPresent()
                ? kept.filter(request -> request.concerns(by)).map(this::state)
                : completed(account, id);
    }

    public Optional<RequestState> find(AccountId account, RequestId id) {
        return requests.find(requests.scopeOf(account, id))
                .map(this::state)
                .or(() -> completed(account, id));
    }

    /** Withdraws a request that nothing was done for; one that is worked on can't be taken back. */
    public RequestState cancel(AccountId account, RequestId id, Author by) {
        SubjectRequest request = kept(account, id);
        if (!request.concerns(by)) {
            throw new Refusal(ErrorCode.NOT_FOUND);
        }
        return locked(request.scope(), () -> withdrawal.withdraw(request, by))
                .orElseThrow(() -> new Refusal(ErrorCode.CONFLICT));
    }

    /** Works on a request that stands still, wherever it came from. */
    void advance(ErasureId scope) {
        locked(scope, () -> requests.find(scope).flatMap(this::work));
    }

    /** What staff asked for that may not act alone; it is told to who asked. */
    private RequestState waiting(SubjectRequest asked, SubjectRequest kept) {
        if (!kept.petitioner().equals(asked.petitioner())) {
            throw new Refusal(ErrorCode.CONFLICT);
        }
        return state(kept);
    }

    private RequestState confirmed(SubjectRequest request, Author by) {
        return underway(
                locked(request.scope(), () -> petitions.confirm(request, by))
                        .orElseThrow(() -> new Refusal(ErrorCode.CONFLICT)));
    }

    /** An erasure has effect, or is refused. */
    private RequestState underway(SubjectRequest request) {
        return advanced(request)
                .or(() -> find(request.account(), request.id()))
                .filter(state -> request.type() != RequestType.ERASURE || state.hasEffect())
                .orElseThrow(() -> new Refusal(ErrorCode.UNAVAILABLE));
    }

    private SubjectRequest kept(AccountId account, RequestId id) {
        return requests.find(requests.scopeOf(account, id))
                .orElseThrow(() ->
                        new Refusal(
                                completed(account, id).isEmpty()
                                        ? ErrorCode.NOT_FOUND
                                        : ErrorCode.CONFLICT));
    }

    private RequestState state(SubjectRequest request) {
        return RequestState.of(request, missing(request));
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
        if (request.progress() instanceof Progress.Unconfirmed) {
            return petitions.await(request);
        }
        if (request.progress() instanceof Progress.Cancelled) {
            withdrawal.release(request);
            return Optional.empty();
        }
        return switch (request.type()) {
            case ERASURE -> erasure.advance(request);
            case ACCESS, PORTABILITY -> access.advance(request);
        };
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
        if (asked.petitioner().isPresent()) {
            // To say more, the subject would have to be looked up.
            throw new Refusal(ErrorCode.CONFLICT);
        }
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
