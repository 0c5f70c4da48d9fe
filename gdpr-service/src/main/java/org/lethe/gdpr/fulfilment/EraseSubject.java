package org.lethe.gdpr.fulfilment;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.lethe.contracts.event.ErasureEvent.ErasureRequested;
import org.lethe.contracts.event.Event;
import org.lethe.contracts.event.LedgerEntry;
import org.lethe.contracts.event.ServiceName;
import org.lethe.contracts.id.ReceiptId;
import org.lethe.contracts.id.ScopeId;
import org.lethe.gdpr.audit.Audit;
import org.lethe.gdpr.notice.Notice;
import org.lethe.gdpr.receipt.Receipts;
import org.lethe.gdpr.request.Acknowledgements;
import org.lethe.gdpr.request.Acknowledgements.Round;
import org.lethe.gdpr.request.Progress;
import org.lethe.gdpr.request.Progress.Effective;
import org.lethe.gdpr.request.RequestState;
import org.lethe.gdpr.request.RequestStore;
import org.lethe.gdpr.request.StatusListener;
import org.lethe.gdpr.request.SubjectRequest;
import org.lethe.gdpr.subject.SubjectScopes;
import org.lethe.gdpr.subject.SubjectVault;

/** Takes an erasure from wherever it stands to its effect, and on to its receipt. */
@ApplicationScoped
class EraseSubject {

    private final RequestStore requests;
    private final SubjectScopes scopes;
    private final SubjectVault vault;
    private final Receipts receipts;
    private final StatusListener listener;
    private final Audit audit;
    private final Patience patience;

    EraseSubject(
            RequestStore requests,
            SubjectScopes scopes,
            SubjectVault vault,
            Receipts receipts,
            StatusListener listener,
            Audit audit,
            Patience patience) {
        this.requests = requests;
        this.scopes = scopes;
        this.vault = vault;
        this.receipts = receipts;
        this.listener = listener;
        this.audit = audit;
        this.patience = patience;
    }

    /**
     * Goes as far as can be gone now. Each step is kept before the next begins and may be repeated,
     * so that whoever takes up a request after a crash does what was left.
     *
     * @return where the request then stands; empty if somebody else took it further meanwhile
     */
    Optional<RequestState> advance(SubjectRequest request) {
        return switch (request.progress()) {
            case Progress.Received received -> resolve(request, received);
            case Progress.Resolved resolved -> destroy(request, resolved).flatMap(this::advance);
            case Effective effective -> complete(request, effective);
            case Progress.Unconfirmed _, Progress.Cancelled _, Progress.Answered _ ->
                    Optional.empty();
        };
    }

    private Optional<RequestState> resolve(SubjectRequest request, Progress.Received received) {
        Set<ScopeId> found =
                scopes.seize(
                        request.account(), request.selectors(), request.until(), request.scope());
        if (found.isEmpty()) {
            audit.enter(request);
            return Optional.of(completed(request, receipts.none(request), Optional.empty()));
        }
        Optional<SubjectRequest> resolved =
                requests.advance(request, received.resolved(found), List.of());
        if (resolved.isEmpty() && isWithdrawn(request)) {
            vault.unmark(request.account(), request.scope());
        }
        return resolved.flatMap(this::advance);
    }

    /** Who withdrew it may have been done before the marks were set. */
    private boolean isWithdrawn(SubjectRequest request) {
        return requests.find(request.scope())
                .filter(kept -> !(kept.progress() instanceof Progress.Cancelled))
                .isEmpty();
    }

    /** The instant of effect; the announcement leaves with the step. */
    private Optional<SubjectRequest> destroy(SubjectRequest request, Progress.Resolved resolved) {
        vault.destroy(resolved.scopes());
        Effective effective = resolved.effective(patience.now());
        int round = resolved.announced().size();
        return requests.advance(
                request,
                effective,
                announcements(request, effective, IntStream.of(round)),
                round == 0 ? notices(request.with(effective)) : List.of());
    }

    /** Ends it if every service has answered and all is gone; if not, nothing is lost by trying. */
    private Optional<RequestState> complete(SubjectRequest request, Effective effective) {
        Acknowledgements answers = requests.acknowledgements(request.scope());
        Set<ServiceName> missing = answers.missing(effective);
        if (!missing.isEmpty() && !patience.isOverdue(request)) {
            if (patience.isWaitedFor(request)) {
                audit.enter(request);
            }
            askAgain(request, effective, answers);
            return Optional.of(RequestState.of(request, missing));
        }
        Set<ScopeId> late = late(request, effective);
        if (!late.isEmpty()) {
            return requests.advance(request, effective.resolved(late), List.of())
                    .flatMap(this::advance);
        }
        if (!isGone(effective)) {
            return Optional.of(RequestState.of(request, missing));
        }
        audit.enter(request);
        LedgerEntry entry = receipts.issue(request, effective, answers.total(), missing);
        return Optional.of(completed(request, entry, Optional.of(request.receipt())));
    }

    private RequestState completed(
            SubjectRequest request, LedgerEntry entry, Optional<ReceiptId> receipt) {
        var completed = RequestState.of(request.id(), entry);
        requests.close(request, receipt, listener.changed(request, completed));
        return completed;
    }

    private List<Notice> notices(SubjectRequest now) {
        return listener.changed(now, RequestState.of(now));
    }

    private void askAgain(SubjectRequest request, Effective effective, Acknowledgements answers) {
        IntStream unanswered =
                IntStream.range(0, effective.rounds().size())
                        .filter(round -> !answers.missing(effective, round).isEmpty());
        requests.remind(
                request, patience.untilAskedAgain(), announcements(request, effective, unanswered));
    }

    /** Open scopes of the subject that the erasure does not know: made while the marks were set. */
    private Set<ScopeId> late(SubjectRequest request, Effective effective) {
        return scopes.seizeLate(
                request.account(),
                request.selectors(),
                effective.scopes(),
                request.received(),
                request.scope());
    }

    /** Whether the store itself says so, before anybody signs it; if not, destroys once more. */
    private boolean isGone(Effective effective) {
        Set<ScopeId> erased = effective.scopes();
        boolean gone = vault.look(erased).isEmpty() && vault.remains(erased) == 0;
        if (!gone) {
            vault.destroy(erased);
        }
        return gone;
    }

    /** Tells the services which scopes to remove, round by round; of an empty one, nothing. */
    private static List<Event> announcements(
            SubjectRequest request, Effective effective, IntStream rounds) {
        return rounds.filter(round -> !effective.rounds().get(round).isEmpty())
                .<Event>mapToObj(round ->
                        new ErasureRequested(
                                new Round(request.scope(), round).id(),
                                request.account(),
                                List.copyOf(effective.rounds().get(round))))
                .toList();
    }
}
