package org.lethe.gdpr.erasure;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lethe.contracts.event.Event;
import org.lethe.contracts.id.ScopeId;
import org.lethe.gdpr.request.Fulfilment;
import org.lethe.gdpr.request.Progress;
import org.lethe.gdpr.request.RequestState;
import org.lethe.gdpr.request.RequestStatus;
import org.lethe.gdpr.request.RequestStore;
import org.lethe.gdpr.request.RequestType;
import org.lethe.gdpr.request.StatusListener;
import org.lethe.gdpr.request.SubjectRequest;
import org.lethe.gdpr.request.Withdrawal;
import org.lethe.gdpr.subject.SubjectScopes;
import org.lethe.gdpr.subject.SubjectVault;

/** Takes an erasure from wherever it stands to its effect, and on to its receipt. */
@ApplicationScoped
public class EraseSubject implements Fulfilment {

    private final RequestStore requests;
    private final SubjectScopes scopes;
    private final SubjectVault vault;
    private final CompleteErasure completion;
    private final Withdrawal withdrawal;
    private final StatusListener listener;
    private final Clock clock;

    public EraseSubject(
            RequestStore requests,
            SubjectScopes scopes,
            SubjectVault vault,
            CompleteErasure completion,
            Withdrawal withdrawal,
            StatusListener listener,
            Clock clock) {
        this.requests = requests;
        this.scopes = scopes;
        this.vault = vault;
        this.completion = completion;
        this.withdrawal = withdrawal;
        this.listener = listener;
        this.clock = clock;
    }

    @Override
    public boolean isFor(RequestType type) {
        return type == RequestType.ERASURE;
    }

    @Override
    public Optional<RequestState> advance(SubjectRequest request) {
        return switch (request.progress()) {
            case Progress.Received received -> resolve(request, received);
            case Progress.Resolved resolved -> destroy(request, resolved);
            case Progress.Effective effective -> complete(request, effective);
            case Progress.Cancelled _, Progress.Answered _ -> Optional.empty();
        };
    }

    private Optional<RequestState> resolve(SubjectRequest request, Progress.Received received) {
        Set<ScopeId> found = scopes.seize(request.account(), request.selectors(), request.scope());
        Optional<SubjectRequest> resolved =
                requests.advance(request, received.resolved(found), List.of());
        if (resolved.isEmpty()) {
            withdrawal.releaseIfWithdrawn(request, found);
        }
        return resolved.flatMap(this::advance);
    }

    private Optional<RequestState> destroy(SubjectRequest request, Progress.Resolved resolved) {
        vault.destroy(resolved.scopes());
        Progress.Effective effective = resolved.effective(clock.instant());
        int round = resolved.announced().size();
        List<Event> events =
                resolved.scopes().isEmpty()
                        ? List.of()
                        : List.of(Announcement.of(request, effective, round));
        Optional<SubjectRequest> announced = requests.advance(request, effective, events);
        if (round == 0) {
            announced.ifPresent(now ->
                    listener.changed(now, RequestStatus.IN_PROGRESS, resolved.scopes().size()));
        }
        return announced.flatMap(this::advance);
    }

    private Optional<RequestState> complete(SubjectRequest request, Progress.Effective effective) {
        return switch (completion.complete(request, effective)) {
            case Completion.Stands(RequestState state) -> Optional.of(state);
            case Completion.Late(Set<ScopeId> late) ->
                    requests.advance(request, effective.resolved(late), List.of())
                            .flatMap(this::advance);
        };
    }
}
