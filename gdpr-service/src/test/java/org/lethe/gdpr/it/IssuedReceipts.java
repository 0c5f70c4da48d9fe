package org.lethe.gdpr.it;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.VisitId;
import org.lethe.gdpr.receipt.Receipts;
import org.lethe.gdpr.request.Progress;
import org.lethe.gdpr.request.RequestId;
import org.lethe.gdpr.request.RequestStore;
import org.lethe.gdpr.request.RequestType;
import org.lethe.gdpr.request.SubjectRequest;
import org.lethe.gdpr.subject.Selectors;

/** Receipts as completed erasures leave them; no service has to answer for them. */
@ApplicationScoped
public class IssuedReceipts {

    private final Receipts receipts;
    private final RequestStore requests;

    IssuedReceipts(Receipts receipts, RequestStore requests) {
        this.receipts = receipts;
        this.requests = requests;
    }

    /** Its number. */
    public String of(AccountId account, VisitId visit) {
        var id = new RequestId(OpenDsr.newId());
        var request =
                new SubjectRequest(
                        requests.scopeOf(account, id),
                        account,
                        id,
                        RequestType.ERASURE,
                        Selectors.ofIds(Set.of(visit), Set.of(), Set.of()),
                        List.of(),
                        Instant.now(),
                        new Progress.Received());
        var effective = new Progress.Effective(List.of(Set.of(visit)), Instant.now());
        receipts.issue(request, effective, Map.of(), Set.of());
        return request.receipt().value();
    }
}
