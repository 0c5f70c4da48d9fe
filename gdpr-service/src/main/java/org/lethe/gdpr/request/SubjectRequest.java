package org.lethe.gdpr.request;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lethe.contracts.event.Digest;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.ErasureId;
import org.lethe.contracts.id.OperatorId;
import org.lethe.contracts.id.ReceiptId;
import org.lethe.gdpr.subject.Selectors;

/**
 * A request about a data subject, while it is worked on.
 *
 * @param scope the erasure scope that the request is sealed in
 * @param callbacks where the controller wants to hear of changes
 * @param author who asked; null of a request that the subject made
 * @param second who confirmed it, if that was needed
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
        @Nullable Author author,
        @Nullable Author second) {

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
        this(scope, account, id, type, selectors, callbacks, received, progress, null, null);
    }

    /** Of who may not act alone, it waits for a second person. */
    public SubjectRequest askedBy(Author by) {
        return copy(by.isAlone() ? progress : new Progress.Unconfirmed(), by, second);
    }

    public SubjectRequest confirmedBy(Author by) {
        return copy(progress, author, by);
    }

    public SubjectRequest with(Progress next) {
        return copy(next, author, second);
    }

    /** Who asked, if they could not act alone. */
    public Optional<OperatorId> petitioner() {
        return Optional.ofNullable(author).map(Author::petitioner);
    }

    /** Whether somebody may see it: who may not act alone sees what they asked for themselves. */
    public boolean concerns(Author by) {
        return by.isAlone() || petitioner().filter(it -> it.equals(by.petitioner())).isPresent();
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

    private SubjectRequest copy(Progress at, @Nullable Author by, @Nullable Author confirmer) {
        return new SubjectRequest(
                scope, account, id, type, selectors, callbacks, received, at, by, confirmer);
    }

    @Override
    public String toString() {
        return scope.value() + " " + progress.step();
    }
}
