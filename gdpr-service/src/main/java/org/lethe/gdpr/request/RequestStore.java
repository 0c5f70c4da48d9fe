package org.lethe.gdpr.request;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lethe.contracts.event.Event;
import org.lethe.contracts.event.RemainsKind;
import org.lethe.contracts.event.ServiceName;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.ErasureId;
import org.lethe.contracts.id.ReceiptId;
import org.lethe.gdpr.notice.Notice;
import org.lethe.gdpr.request.Acknowledgements.Round;

/**
 * The requests that are worked on, each sealed in its own scope, so that none outlives the
 * schedule's ceiling.
 *
 * <p>Every method throws {@link org.lethe.runtime.problem.Refusal} with {@code UNAVAILABLE} when
 * the store can't be asked.
 */
public interface RequestStore {

    /** The scope of a request with this id, in the present epoch of the store. */
    ErasureId scopeOf(AccountId account, RequestId id);

    /**
     * Keeps a new request, or gives the one that was submitted under the same id before. One that
     * was withdrawn is refused with {@code CONFLICT}, and with {@code UNAVAILABLE} one that was
     * completed: it is about to be in the ledger.
     */
    SubjectRequest receive(SubjectRequest request);

    Optional<SubjectRequest> find(ErasureId scope);

    /**
     * Takes a request from one step to the next, announces the events and leaves the notices, all
     * or nothing.
     *
     * @return the request at its next step; empty if it was no longer at the one that {@code from}
     *     says
     */
    Optional<SubjectRequest> advance(
            SubjectRequest from,
            Progress next,
            Collection<? extends Event> events,
            List<Notice> notices);

    /** A step that nobody outside is told of. */
    default Optional<SubjectRequest> advance(
            SubjectRequest from, Progress next, Collection<? extends Event> events) {
        return advance(from, next, events, List.of());
    }

    /**
     * Announces again what was announced before, unless that or the last change of the step was
     * less than {@code pause} ago.
     */
    void remind(SubjectRequest request, Duration pause, Collection<? extends Event> events);

    /** Notes what a service removed; the first answer of a service to a round counts. */
    void acknowledge(Round round, ServiceName service, Map<RemainsKind, Integer> removed);

    Acknowledgements acknowledgements(ErasureId scope);

    /**
     * Leaves the notices, which outlive the request, and then destroys it, and with it the
     * selectors. Who crashes in between has left the request to be closed again.
     */
    void close(SubjectRequest request, Optional<ReceiptId> receipt, List<Notice> notices);

    /** Of one whose end was told before. */
    default void close(SubjectRequest request, Optional<ReceiptId> receipt) {
        close(request, receipt, List.of());
    }

    /**
     * The requests that were received at least so long ago, by the store's time, and are worked on.
     */
    Collection<ErasureId> open(Duration age);

    /**
     * The requests for an account that wait for a second person, those that were received first
     * before the others.
     */
    List<SubjectRequest> unconfirmed(AccountId account);
}
