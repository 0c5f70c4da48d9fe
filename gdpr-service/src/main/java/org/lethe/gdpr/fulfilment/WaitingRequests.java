package org.lethe.gdpr.fulfilment;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.contracts.id.AccountId;
import org.lethe.gdpr.request.Author;
import org.lethe.gdpr.request.Progress;
import org.lethe.gdpr.request.RequestId;
import org.lethe.gdpr.request.RequestStore;
import org.lethe.gdpr.request.SubjectRequest;
import org.lethe.runtime.problem.Refusal;

/**
 * What waits for a second person, told to who may be that. Nobody is looked up for it, and nothing
 * of it is entered: it discloses nothing of a person.
 */
@ApplicationScoped
public class WaitingRequests {

    private final RequestStore store;
    private final SubjectRequests requests;
    private final Patience patience;

    WaitingRequests(RequestStore store, SubjectRequests requests, Patience patience) {
        this.store = store;
        this.requests = requests;
        this.patience = patience;
    }

    /** All of an account, for who may act for it alone; the oldest first. */
    public List<WaitingRequest> of(AccountId account) {
        return store.unconfirmed(account).stream()
                .filter(request -> !patience.isOverdue(request))
                .map(this::told)
                .toList();
    }

    /**
     * One, for who was told its id. It refuses whom a confirmation refuses, and with {@code
     * CONFLICT} what waits no longer.
     */
    public WaitingRequest find(AccountId account, RequestId id, Author by) {
        SubjectRequest request = requests.waitingFor(by, account, id);
        if (!(request.progress() instanceof Progress.Unconfirmed) || patience.isOverdue(request)) {
            throw new Refusal(ErrorCode.CONFLICT);
        }
        return told(request);
    }

    private WaitingRequest told(SubjectRequest request) {
        return WaitingRequest.of(request, patience.until(request));
    }
}
