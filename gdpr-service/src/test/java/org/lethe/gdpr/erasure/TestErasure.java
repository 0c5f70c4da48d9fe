package org.lethe.gdpr.erasure;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.lethe.gdpr.ledger.Ledger;
import org.lethe.gdpr.receipt.TestKeys;
import org.lethe.gdpr.request.Fulfilment;
import org.lethe.gdpr.request.RequestStore;
import org.lethe.gdpr.request.RequestWork;
import org.lethe.gdpr.request.StatusListener;
import org.lethe.gdpr.request.Withdrawal;
import org.lethe.gdpr.subject.SubjectScopes;
import org.lethe.gdpr.subject.SubjectVault;

/** Erasure on what a test has in place of store, vault and ledger. */
public final class TestErasure {

    private TestErasure() {}

    public static RequestWork on(
            RequestStore requests,
            SubjectVault vault,
            Ledger ledger,
            Clock clock,
            StatusListener listener,
            Fulfilment... others) {
        var scopes = new SubjectScopes(vault);
        var completion =
                new CompleteErasure(
                        requests,
                        new ReadBack(scopes, vault),
                        new IssueReceipt(TestKeys.receiptSigner(), ledger, clock),
                        listener,
                        new TestConfig(),
                        clock);
        var withdrawal = new Withdrawal(requests, scopes, vault, listener);
        var erasure =
                new EraseSubject(requests, scopes, vault, completion, withdrawal, listener, clock);
        var all = new ArrayList<Fulfilment>(List.of(others));
        all.add(erasure);
        return new RequestWork(requests, withdrawal, all);
    }
}
