package org.lethe.gdpr.erasure;

import java.time.Clock;
import org.lethe.gdpr.ledger.Ledger;
import org.lethe.gdpr.receipt.TestKeys;
import org.lethe.gdpr.request.RequestStore;
import org.lethe.gdpr.request.StatusListener;
import org.lethe.gdpr.subject.SubjectScopes;
import org.lethe.gdpr.subject.SubjectVault;

/** Erasure on what a test has in place of store, vault and ledger. */
public record TestErasure(EraseSubject erasure, CompleteErasure completion) {

    public static TestErasure on(
            RequestStore requests,
            SubjectVault vault,
            Ledger ledger,
            Clock clock,
            StatusListener listener) {
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
        return new TestErasure(erasure, completion);
    }
}
