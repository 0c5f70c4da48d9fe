package org.lethe.gdpr.request;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lethe.contracts.event.Digest;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.ErasureId;
import org.lethe.contracts.id.ReceiptId;
import org.lethe.gdpr.subject.Selectors;

/**
 * A request about a data subject, while it is worked on.
 *
 * @param scope the erasure scope that the request is sealed in
 * @param callbacks where the controller wants to hear of changes
 * @param author who asked; null of a request that the subject made
 */
public record SubjectRequest(
        ErasureId scope,
        AccountId account,
        RequestId id,
        RequestType type,
        Selectors selectors,
        List<URI> callbacks,
        Instant received,
        Progress progress,
        @Nullable Author author) {

    /** What clocks may differ, and more than a request takes to be looked up. */
    private static final Duration LEEWAY = Duration.ofSeconds(1);

    public SubjectRequest {
        callbacks = List.copyOf(callbacks);
    }

    /** Of the subject, as long as nobody says that they asked. */
    public SubjectRequest(
            ErasureId scope,
            AccountId account,
            RequestId id,
            RequestType type,
            Selectors selectors,
            List<URI> callbacks,
            Instant received,
            Progress progress) {
        this(scope, account, id, type, selectors, callbacks, received, progress, null);
    }

    public SubjectRequest askedBy(Author by) {
        return copy(progress, by);
    }

    public SubjectRequest with(Progress next) {
        return copy(next, author);
    }

    /** Whether another submission under the same id asks for the same. */
    public boolean asksTheSameAs(SubjectRequest other) {
        return type == other.type
                && selectors.equals(other.selectors)
                && callbacks.equals(other.callbacks);
    }

    /**
     * Until when a scope was opened that the request is about by what the index has of it. Who
     * comes later by the same address was not asked about, however late the request is worked on.
     */
    public Instant until() {
        return received.plus(LEEWAY);
    }

    public Digest digest() {
        return id.digest(account);
    }

    public ReceiptId receipt() {
        return id.receipt(account);
    }

    private SubjectRequest copy(Progress at, @Nullable Author by) {
        return new SubjectRequest(scope, account, id, type, selectors, callbacks, received, at, by);
    }

    @Override
    public String toString() {
        return scope.value() + " " + progress.step();
    }
}
