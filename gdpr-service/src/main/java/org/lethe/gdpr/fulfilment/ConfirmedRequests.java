package org.lethe.gdpr.fulfilment;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.lethe.contracts.event.SubjectAction;
import org.lethe.contracts.id.AccountId;
import org.lethe.gdpr.audit.Audit;
import org.lethe.gdpr.find.Confirmations;
import org.lethe.gdpr.find.Purpose;
import org.lethe.gdpr.request.Author;
import org.lethe.gdpr.request.RequestId;
import org.lethe.gdpr.request.RequestState;
import org.lethe.gdpr.request.RequestType;
import org.lethe.gdpr.request.SubjectRequest;
import org.lethe.gdpr.subject.FoundSubject;
import org.lethe.gdpr.subject.SubjectScopes;

/**
 * Takes requests of a controller, which may name more persons than it knows: an address is shared.
 */
@ApplicationScoped
public class ConfirmedRequests {

    private final SubjectScopes scopes;
    private final Confirmations confirmations;
    private final SubjectRequests requests;
    private final Audit audit;

    ConfirmedRequests(
            SubjectScopes scopes,
            Confirmations confirmations,
            SubjectRequests requests,
            Audit audit) {
        this.scopes = scopes;
        this.confirmations = confirmations;
        this.requests = requests;
        this.audit = audit;
    }

    /**
     * Submits the request, which says who asks, if it finds one subject at most, or as many as are
     * confirmed; nothing is kept of one that is refused but that somebody was told the number. What
     * was taken before was confirmed then; its token may have ended since.
     */
    public RequestState submit(SubjectRequest asked, @Nullable String confirmation) {
        // For who may not act alone nobody is looked up.
        if (asked.petitioner().isEmpty()
                && !asked.selectors().isOneId()
                && !requests.isTaken(asked.account(), asked.id())) {
            requireConfirmed(asked, Objects.requireNonNull(asked.author()), confirmation);
        }
        return requests.submit(asked);
    }

    /**
     * Lets a request go on that waits for a second person, who confirms its subjects, too, where
     * they are several. Refuses the one who asked for it.
     */
    public RequestState confirm(
            AccountId account, RequestId id, Author by, @Nullable String confirmation) {
        requireConfirmed(requests.waitingFor(by, account, id), by, confirmation);
        return requests.confirm(account, id, by);
    }

    private void requireConfirmed(SubjectRequest asked, Author by, @Nullable String confirmation) {
        if (asked.selectors().isOneId()) {
            return;
        }
        List<FoundSubject> found =
                scopes.subjects(asked.account(), asked.selectors(), asked.until());
        confirmations.require(
                asked.account(),
                asked.selectors(),
                found.size(),
                purpose(asked.type()),
                confirmation,
                () ->
                        audit.disclosing(
                                asked.account(),
                                by,
                                SubjectAction.SUBJECT_LOOKED_FOR,
                                asked.digest()));
    }

    private static Purpose purpose(RequestType type) {
        return switch (type) {
            case ERASURE -> Purpose.ERASE;
            case ACCESS, PORTABILITY -> Purpose.SHOW;
        };
    }
}
