package org.lethe.gdpr.request;

import java.net.URI;
import java.time.Instant;
import java.util.List;
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
 */
public record SubjectRequest(
        ErasureId scope,
        AccountId account,
        RequestId id,
        RequestType type,
        Selectors selectors,
        List<URI> callbacks,
        Instant received,
        Progress progress) {

    public SubjectRequest {
        callbacks = List.copyOf(callbacks);
    }

    public SubjectRequest with(Progress next) {
        return new SubjectRequest(scope, account, id, type, selectors, callbacks, received, next);
    }

    /** Whether another submission under the same id asks for the same. */
    public boolean asksTheSameAs(SubjectRequest other) {
        return type == other.type
                && selectors.equals(other.selectors)
                && callbacks.equals(other.callbacks);
    }

    public Digest digest() {
        return id.digest(account);
    }

    public ReceiptId receipt() {
        return id.receipt(account);
    }

    @Override
    public String toString() {
        return scope.value() + " " + progress.step();
    }
}
