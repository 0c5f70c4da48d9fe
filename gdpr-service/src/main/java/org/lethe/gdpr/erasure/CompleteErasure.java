package org.lethe.gdpr.erasure;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.lethe.contracts.event.Event;
import org.lethe.contracts.event.LedgerEntry;
import org.lethe.contracts.event.ServiceName;
import org.lethe.contracts.id.ScopeId;
import org.lethe.gdpr.request.Acknowledgements;
import org.lethe.gdpr.request.Progress;
import org.lethe.gdpr.request.RequestState;
import org.lethe.gdpr.request.RequestStatus;
import org.lethe.gdpr.request.RequestStore;
import org.lethe.gdpr.request.StatusListener;
import org.lethe.gdpr.request.SubjectRequest;

/**
 * Ends an erasure that has effect: when every service has answered it reads back, has the receipt
 * signed and entered in the ledger, and destroys the request.
 */
@ApplicationScoped
public class CompleteErasure {

    private final RequestStore requests;
    private final ReadBack readBack;
    private final IssueReceipt receipts;
    private final StatusListener listener;
    private final ErasureConfig config;
    private final Clock clock;

    public CompleteErasure(
            RequestStore requests,
            ReadBack readBack,
            IssueReceipt receipts,
            StatusListener listener,
            ErasureConfig config,
            Clock clock) {
        this.requests = requests;
        this.readBack = readBack;
        this.receipts = receipts;
        this.listener = listener;
        this.config = config;
        this.clock = clock;
    }

    /** Completes the request if it can be; if not, nothing is lost by trying. */
    Completion complete(SubjectRequest request, Progress.Effective effective) {
        Acknowledgements answers = requests.acknowledgements(request.scope());
        Set<ServiceName> missing = answers.missing(effective);
        if (!missing.isEmpty() && !isOverdue(request)) {
            askAgain(request, effective, answers);
            return new Completion.Stands(RequestState.of(request, missing));
        }
        Set<ScopeId> late = readBack.late(request, effective);
        if (!late.isEmpty()) {
            return new Completion.Late(late);
        }
        if (!readBack.confirms(effective)) {
            return new Completion.Stands(RequestState.of(request, missing));
        }
        LedgerEntry entry = receipts.issue(request, effective, answers.total(), missing);
        listener.changed(request, RequestStatus.COMPLETED, effective.scopes().size());
        requests.close(request, Optional.of(request.receipt()));
        return new Completion.Stands(RequestState.of(request.id(), entry).orElseThrow());
    }

    private void askAgain(
            SubjectRequest request, Progress.Effective effective, Acknowledgements answers) {
        List<Event> events =
                IntStream.range(0, effective.rounds().size())
                        .filter(round -> !answers.missing(effective, round).isEmpty())
                        .<Event>mapToObj(round -> Announcement.of(request, effective, round))
                        .toList();
        requests.remind(request, config.askAgainAfter(), events);
    }

    private boolean isOverdue(SubjectRequest request) {
        return request.received().plus(config.answersAwaited()).isBefore(clock.instant());
    }
}
