package org.lethe.gdpr.erasure;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lethe.contracts.event.ErasureEvent.ErasureRequested;
import org.lethe.contracts.event.RemainsKind;
import org.lethe.contracts.event.ServiceName;
import org.lethe.contracts.id.ScopeId;
import org.lethe.gdpr.request.Progress;
import org.lethe.gdpr.request.RequestStatus;
import org.lethe.gdpr.request.RequestStore;
import org.lethe.gdpr.request.StatusListener;
import org.lethe.gdpr.request.SubjectRequest;
import org.lethe.gdpr.subject.SubjectVault;

/**
 * Ends an erasure that has effect: when every service has answered it reads back, has the receipt
 * signed and entered in the ledger, and destroys the request.
 */
@ApplicationScoped
public class CompleteErasure {

    private static final Set<ServiceName> ANSWERING =
            EnumSet.complementOf(EnumSet.of(ServiceName.GDPR_SERVICE));

    private final RequestStore requests;
    private final SubjectVault vault;
    private final ReadBack readBack;
    private final IssueReceipt receipts;
    private final StatusListener listener;
    private final ErasureConfig config;
    private final Clock clock;

    public CompleteErasure(
            RequestStore requests,
            SubjectVault vault,
            ReadBack readBack,
            IssueReceipt receipts,
            StatusListener listener,
            ErasureConfig config,
            Clock clock) {
        this.requests = requests;
        this.vault = vault;
        this.readBack = readBack;
        this.receipts = receipts;
        this.listener = listener;
        this.config = config;
        this.clock = clock;
    }

    /** Completes the request if it can be; if not, nothing is lost by trying. */
    void complete(SubjectRequest request, Progress.Effective effective) {
        Map<ServiceName, Map<RemainsKind, Integer>> answers =
                requests.acknowledgements(request.scope());
        Set<ServiceName> missing = missing(effective, answers);
        if (!missing.isEmpty() && !isOverdue(request)) {
            return;
        }
        Set<ScopeId> late = readBack.late(request, effective);
        if (!late.isEmpty()) {
            includeLate(request, effective, late);
        } else if (readBack.confirms(effective)) {
            receipts.issue(request, effective, answers, missing);
            listener.changed(request, RequestStatus.COMPLETED, effective.scopes().size());
            requests.close(request, Optional.of(request.receipt()));
        }
    }

    /** The services that an erasure with effect still waits for. */
    public Set<ServiceName> missing(SubjectRequest request, Progress.Effective effective) {
        return missing(effective, requests.acknowledgements(request.scope()));
    }

    private void includeLate(
            SubjectRequest request, Progress.Effective effective, Set<ScopeId> late) {
        vault.destroy(late);
        Progress.Effective all = effective.with(late);
        var announcement =
                new ErasureRequested(request.scope(), request.account(), List.copyOf(late));
        if (requests.advance(request, all, List.of(announcement))) {
            complete(request.with(all), all);
        }
    }

    private static Set<ServiceName> missing(
            Progress.Effective effective, Map<ServiceName, ?> answers) {
        if (effective.scopes().isEmpty()) {
            return EnumSet.noneOf(ServiceName.class);
        }
        Set<ServiceName> missing = EnumSet.copyOf(ANSWERING);
        missing.removeAll(answers.keySet());
        return missing;
    }

    private boolean isOverdue(SubjectRequest request) {
        return request.received().plus(config.answersAwaited()).isBefore(clock.instant());
    }
}
