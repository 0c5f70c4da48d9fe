package org.lethe.gdpr.erasure;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.lethe.contracts.event.Event;
import org.lethe.contracts.event.ServiceName;
import org.lethe.contracts.id.ScopeId;
import org.lethe.gdpr.request.Acknowledgements;
import org.lethe.gdpr.request.Progress;
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

    private static final Set<ServiceName> ANSWERING =
            EnumSet.complementOf(EnumSet.of(ServiceName.GDPR_SERVICE));

    private final RequestStore requests;
    private final ReadBack readBack;
    private final IssueReceipt receipts;
    private final StatusListener listener;
    private final ErasureSettings config;
    private final Clock clock;

    public CompleteErasure(
            RequestStore requests,
            ReadBack readBack,
            IssueReceipt receipts,
            StatusListener listener,
            ErasureSettings config,
            Clock clock) {
        this.requests = requests;
        this.readBack = readBack;
        this.receipts = receipts;
        this.listener = listener;
        this.config = config;
        this.clock = clock;
    }

    /**
     * Completes the request if it can be; if not, nothing is lost by trying.
     *
     * @return scopes that were found late and must be destroyed first, as a round of their own
     */
    Optional<Progress.Resolved> complete(SubjectRequest request, Progress.Effective effective) {
        Acknowledgements answers = requests.acknowledgements(request.scope());
        Set<ServiceName> missing = missing(effective, answers);
        if (!missing.isEmpty() && !isOverdue(request)) {
            askAgain(request, effective, answers);
            return Optional.empty();
        }
        Set<ScopeId> late = readBack.late(request, effective);
        if (!late.isEmpty()) {
            return Optional.of(effective.resolved(late))
                    .filter(next -> requests.advance(request, next, List.of()));
        }
        if (readBack.confirms(effective)) {
            receipts.issue(request, effective, answers.total(), missing);
            listener.changed(request, RequestStatus.COMPLETED, effective.scopes().size());
            requests.close(request, Optional.of(request.receipt()));
        }
        return Optional.empty();
    }

    /** The services that an erasure with effect still waits for. */
    public Set<ServiceName> missing(SubjectRequest request, Progress.Effective effective) {
        return missing(effective, requests.acknowledgements(request.scope()));
    }

    private void askAgain(
            SubjectRequest request, Progress.Effective effective, Acknowledgements answers) {
        List<Event> events =
                rounds(effective)
                        .filter(round -> !missing(effective, answers, round).isEmpty())
                        .<Event>mapToObj(round -> Announcement.of(request, effective, round))
                        .toList();
        requests.remind(request, config.askAgainAfter(), events);
    }

    private static Set<ServiceName> missing(
            Progress.Effective effective, Acknowledgements answers) {
        Set<ServiceName> missing = EnumSet.noneOf(ServiceName.class);
        rounds(effective).forEach(round -> missing.addAll(missing(effective, answers, round)));
        return missing;
    }

    /** A round without scopes was not announced. */
    private static Set<ServiceName> missing(
            Progress.Effective effective, Acknowledgements answers, int round) {
        return effective.rounds().get(round).isEmpty()
                ? Set.of()
                : answers.missing(round, ANSWERING);
    }

    private static IntStream rounds(Progress.Effective effective) {
        return IntStream.range(0, effective.rounds().size());
    }

    private boolean isOverdue(SubjectRequest request) {
        return request.received().plus(config.answersAwaited()).isBefore(clock.instant());
    }
}
