package org.lethe.gdpr.fulfilment;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lethe.gdpr.find.Confirmations;
import org.lethe.gdpr.request.RequestState;
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

    ConfirmedRequests(SubjectScopes scopes, Confirmations confirmations, SubjectRequests requests) {
        this.scopes = scopes;
        this.confirmations = confirmations;
        this.requests = requests;
    }

    /**
     * Submits the request if it finds one subject at most, or as many as are confirmed; nothing is
     * kept of one that is refused.
     */
    public RequestState submit(SubjectRequest asked, @Nullable String confirmation) {
        if (!asked.selectors().isOneId()) {
            requireConfirmed(asked, confirmation);
        }
        return requests.submit(asked);
    }

    /** What was taken before was confirmed then; its token may have ended since. */
    private void requireConfirmed(SubjectRequest asked, @Nullable String confirmation) {
        List<FoundSubject> found =
                scopes.subjects(asked.account(), asked.selectors(), asked.until());
        int subjects = found.size();
        boolean isConfirmed =
                confirmations.isConfirmed(
                        asked.account(), asked.selectors(), subjects, confirmation);
        if (!isConfirmed && requests.find(asked.account(), asked.id()).isEmpty()) {
            confirmations.require(asked.account(), asked.selectors(), subjects, confirmation);
        }
    }
}
