package org.lethe.gdpr.request;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.lethe.contracts.id.ErasureId;

/** Gives each request to who fulfils its type, to one thread of this process at a time. */
@ApplicationScoped
public class RequestWork {

    private static final int LOCKS = 256;

    /** Answers of several services come at once; in one process one of them completes a request. */
    private final List<Lock> locks =
            Stream.generate(() -> (Lock) new ReentrantLock()).limit(LOCKS).toList();

    private final RequestStore requests;
    private final Withdrawal withdrawal;
    private final List<Fulfilment> fulfilments;

    public RequestWork(
            RequestStore requests, Withdrawal withdrawal, @All List<Fulfilment> fulfilments) {
        this.requests = requests;
        this.withdrawal = withdrawal;
        this.fulfilments = fulfilments;
    }

    /** Works on a request that stands still, wherever it came from. */
    public void advance(ErasureId scope) {
        locked(scope, () -> requests.find(scope).flatMap(this::work));
    }

    /**
     * Works on a request as it was just kept; a step that another took since is not taken again.
     *
     * @return where the request then stands; empty if somebody else took it further meanwhile
     */
    Optional<RequestState> advance(SubjectRequest request) {
        return locked(request.scope(), () -> work(request));
    }

    /** Takes back a request that nothing was done for; empty if it is too late for that. */
    public Optional<RequestState> withdraw(SubjectRequest request) {
        return locked(request.scope(), () -> withdrawal.withdraw(request));
    }

    private Optional<RequestState> work(SubjectRequest request) {
        if (request.progress() instanceof Progress.Cancelled) {
            withdrawal.finish(request);
            return Optional.empty();
        }
        return fulfilments.stream()
                .filter(each -> each.isFor(request.type()))
                .findFirst()
                .orElseThrow()
                .advance(request);
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
}
