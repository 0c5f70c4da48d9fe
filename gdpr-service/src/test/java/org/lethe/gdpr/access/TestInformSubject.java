package org.lethe.gdpr.access;

import java.time.Clock;
import org.lethe.gdpr.ledger.Ledger;
import org.lethe.gdpr.request.RequestStore;
import org.lethe.gdpr.subject.SubjectScopes;

/** Access requests that nobody fetches the results of: those need a vault. */
public final class TestInformSubject {

    private TestInformSubject() {}

    @SuppressWarnings("NullAway")
    public static InformSubject on(
            RequestStore requests, SubjectScopes scopes, Ledger ledger, Clock clock) {
        return new InformSubject(requests, scopes, null, ledger, (_, _, _) -> {}, clock);
    }
}
