package org.lethe.gdpr.fulfilment;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lethe.gdpr.audit.Audit;
import org.lethe.gdpr.request.Author;
import org.lethe.gdpr.request.Progress;
import org.lethe.gdpr.request.RequestState;
import org.lethe.gdpr.request.RequestStore;
import org.lethe.gdpr.request.RequestType;
import org.lethe.gdpr.request.StatusListener;
import org.lethe.gdpr.request.SubjectRequest;
import org.lethe.gdpr.subject.SubjectVault;

/** Ends requests that nothing was done for. */
@ApplicationScoped
class Withdrawal {

    private final RequestStore requests;
    private final SubjectVault vault;
    private final StatusListener listener;
    private final Audit audit;

    Withdrawal(RequestStore requests, SubjectVault vault, StatusListener listener, Audit audit) {
        this.requests = requests;
        this.vault = vault;
        this.listener = listener;
        this.audit = audit;
    }

    /**
     * Ends a request that is not worked on yet.
     *
     * @param by null if it runs out by itself
     * @return empty if it is worked on
     */
    Optional<RequestState> withdraw(SubjectRequest request, @Nullable Author by) {
        Optional<Progress> over =
                switch (request.progress()) {
                    case Progress.Unconfirmed waiting -> Optional.of(waiting.cancelled(by));
                    case Progress.Received received -> Optional.of(received.cancelled(by));
                    case Progress.Resolved _,
                            Progress.Effective _,
                            Progress.Answered _,
                            Progress.Cancelled _ ->
                            Optional.empty();
                };
        return over.flatMap(next -> requests.advance(request, next, List.of())).map(this::release);
    }

    /** Ends a withdrawn request, and its marks first: a chat that stays marked could never end. */
    RequestState release(SubjectRequest withdrawn) {
        var state = RequestState.of(withdrawn);
        if (withdrawn.type() == RequestType.ERASURE
                && withdrawn.progress() instanceof Progress.Cancelled over
                && !over.unconfirmed()) {
            vault.unmark(withdrawn.account(), withdrawn.scope());
        }
        audit.enter(withdrawn);
        requests.close(withdrawn, Optional.empty(), listener.changed(withdrawn, state));
        return state;
    }
}
