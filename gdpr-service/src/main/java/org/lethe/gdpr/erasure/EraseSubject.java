package org.lethe.gdpr.erasure;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.lethe.contracts.event.Event;
import org.lethe.contracts.id.ErasureId;
import org.lethe.contracts.id.ScopeId;
import org.lethe.gdpr.request.Progress;
import org.lethe.gdpr.request.RequestStatus;
import org.lethe.gdpr.request.RequestStore;
import org.lethe.gdpr.request.StatusListener;
import org.lethe.gdpr.request.SubjectRequest;
import org.lethe.gdpr.subject.SubjectScopes;
import org.lethe.gdpr.subject.SubjectVault;

/**
 * Takes an erasure from wherever it stands to its effect, and on to its receipt.
 *
 * <p>Each step is kept before the next begins and may be repeated, so that whoever takes up a
 * request after a crash does what was left.
 */
@ApplicationScoped
public class EraseSubject {

    private static final int LOCKS = 256;

    /** Answers of several services come at once; in one process one of them completes a request. */
    private final List<Lock> locks =
            Stream.generate(() -> (Lock) new ReentrantLock()).limit(LOCKS).toList();

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

    /** Goes as far as can be gone now; what others must answer first is left to their answer. */
    public void advance(ErasureId scope) {
        Lock lock = locks.get(Math.floorMod(scope.hashCode(), LOCKS));
        lock.lock();
        try {
            requests.find(scope).ifPresent(this::advance);
        } finally {
            lock.unlock();
        }
    }

    /** Takes back a request that nothing was done for; false if it is too late for that. */
    public boolean withdraw(ErasureId scope) {
        Lock lock = locks.get(Math.floorMod(scope.hashCode(), LOCKS));
        lock.lock();
        try {
            return requests.find(scope).filter(withdrawal::withdraw).isPresent();
        } finally {
            lock.unlock();
        }
    }

    private void advance(SubjectRequest request) {
        switch (request.progress()) {
            case Progress.Received received -> resolve(request, received);
            case Progress.Resolved resolved -> destroy(request, resolved);
            case Progress.Effective effective -> complete(request, effective);
            case Progress.Cancelled _ -> withdrawal.finish(request);
            case Progress.Answered _ -> {}
        }
    }

    private void resolve(SubjectRequest request, Progress.Received received) {
        Set<ScopeId> found = scopes.seize(request.account(), request.selectors(), request.scope());
        Progress.Resolved resolved = received.resolved(found);
        if (requests.advance(request, resolved, List.of())) {
            destroy(request.with(resolved), resolved);
        } else {
            withdrawal.releaseIfWithdrawn(request, found);
        }
    }

    private void destroy(SubjectRequest request, Progress.Resolved resolved) {
        vault.destroy(resolved.scopes());
        Progress.Effective effective = resolved.effective(clock.instant());
        int round = resolved.announced().size();
        List<Event> events =
                resolved.scopes().isEmpty()
                        ? List.of()
                        : List.of(Announcement.of(request, effective, round));
        if (requests.advance(request, effective, events)) {
            SubjectRequest announced = request.with(effective);
            if (round == 0) {
                listener.changed(announced, RequestStatus.IN_PROGRESS, resolved.scopes().size());
            }
            complete(announced, effective);
        }
    }

    private void complete(SubjectRequest request, Progress.Effective effective) {
        completion
                .complete(request, effective)
                .ifPresent(late -> destroy(request.with(late), late));
    }
}
