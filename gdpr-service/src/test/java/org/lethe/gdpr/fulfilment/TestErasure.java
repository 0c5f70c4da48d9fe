package org.lethe.gdpr.fulfilment;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.lethe.contracts.event.ActingRole;
import org.lethe.gdpr.audit.Audit;
import org.lethe.gdpr.ledger.Ledger;
import org.lethe.gdpr.receipt.TestKeys;
import org.lethe.gdpr.request.Author;
import org.lethe.gdpr.request.RequestStore;
import org.lethe.gdpr.request.StatusListener;
import org.lethe.gdpr.subject.Ids;
import org.lethe.gdpr.subject.SubjectScopes;
import org.lethe.gdpr.subject.SubjectVault;
import org.lethe.runtime.fixture.TestAccounts;

/**
 * Requests on what a test has in place of store, vault and ledger; nobody fetches the results of an
 * access request, which needs a vault.
 */
final class TestErasure {

    static final Author OFFICER =
            new Author(ActingRole.PRIVACY_OFFICER, Instant.parse("2026-01-02T03:04:05Z"));

    private TestErasure() {}

    @SuppressWarnings("NullAway")
    static SubjectRequests on(
            RequestStore requests,
            SubjectVault vault,
            Ledger ledger,
            Clock clock,
            StatusListener listener) {
        var accounts = TestAccounts.directory(TestAccounts.settings(Ids.ACME, Map.of()));
        var scopes = new SubjectScopes(vault);
        var audit = new Audit(ledger, accounts);
        var erasure =
                new EraseSubject(
                        requests,
                        scopes,
                        vault,
                        TestKeys.receipts(ledger, clock),
                        listener,
                        audit,
                        new TestConfig(),
                        clock);
        var access = new InformSubject(requests, scopes, null, ledger, listener, audit, clock);
        var withdrawal = new Withdrawal(requests, scopes, vault, listener, audit);
        var petitions =
                new Petitions(requests, withdrawal, audit, accounts, new TestConfig(), clock);
        return new SubjectRequests(
                requests, ledger, scopes, erasure, access, withdrawal, petitions);
    }
}
