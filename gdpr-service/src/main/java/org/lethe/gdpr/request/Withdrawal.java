package org.lethe.gdpr.request;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lethe.contracts.id.ScopeId;
import org.lethe.gdpr.subject.SubjectScopes;
import org.lethe.gdpr.subject.SubjectVault;

/**
 * Takes a request back, and the marks that it may have set: a chat that stays marked could never
 * end.
 */
@ApplicationScoped
public class Withdrawal {

    private final RequestStore requests;
    private final SubjectScopes scopes;
    private final SubjectVault vault;
    private final StatusListener listener;

    public Withdrawal(
            RequestStore requests,
            SubjectScopes scopes,
            SubjectVault vault,
            StatusListener listener) {
        this.requests = requests;
        this.scopes = scopes;
        this.vault = vault;
        this.listener = listener;
    }

    /** Withdraws the request if nothing was done for it; empty if something was. */
    Optional<RequestState> withdraw(SubjectRequest request) {
        if (!(request.progress() instanceof Progress.Received received)) {
            return Optional.empty();
        }
        Optional<SubjectRequest> cancelled =
                requests.advance(request, received.cancelled(), List.of());
        cancelled.ifPresent(this::finish);
        return cancelled.map(withdrawn -> RequestState.of(withdrawn, Set.of()));
    }

    /** Does what is left to do for a withdrawn request; may be repeated. */
    void finish(SubjectRequest cancelled) {
        Set<ScopeId> found = scopes.find(cancelled.account(), cancelled.selectors());
        vault.unmark(found, cancelled.scope());
        listener.changed(cancelled, RequestStatus.CANCELLED, 0);
        requests.close(cancelled, Optional.empty());
    }

    /** Takes off the marks of who was setting them while the request was withdrawn. */
    public void releaseIfWithdrawn(SubjectRequest request, Set<ScopeId> marked) {
        boolean goesOn =
                requests.find(request.scope())
                        .filter(kept -> !(kept.progress() instanceof Progress.Cancelled))
                        .isPresent();
        if (!goesOn) {
            vault.unmark(marked, request.scope());
        }
    }
}
