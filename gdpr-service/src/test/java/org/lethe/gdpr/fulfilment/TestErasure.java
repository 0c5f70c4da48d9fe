package org.lethe.gdpr.fulfilment;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.lethe.contracts.event.ActingRole;
import org.lethe.gdpr.access.FakeSubjectAccess;
import org.lethe.gdpr.audit.Audit;
import org.lethe.gdpr.find.Confirmations;
import org.lethe.gdpr.ledger.Ledger;
import org.lethe.gdpr.notice.Notice;
import org.lethe.gdpr.receipt.TestKeys;
import org.lethe.gdpr.request.Author;
import org.lethe.gdpr.request.RequestState;
import org.lethe.gdpr.request.RequestStatus;
import org.lethe.gdpr.request.RequestStore;
import org.lethe.gdpr.request.StatusListener;
import org.lethe.gdpr.subject.Ids;
import org.lethe.gdpr.subject.SubjectScopes;
import org.lethe.gdpr.subject.SubjectVault;
import org.lethe.runtime.account.AccountDirectory;
import org.lethe.runtime.fixture.TestAccounts;

/** Requests on what a test has in place of store, vault and ledger. */
public final class TestErasure {

    static final Author OFFICER =
            new Author(ActingRole.PRIVACY_OFFICER, Instant.parse("2026-01-02T03:04:05Z"));

    private TestErasure() {}

    public static SubjectRequests on(
            RequestStore requests,
            SubjectVault vault,
            Ledger ledger,
            Clock clock,
            StatusListener listener) {
        return on(requests, vault, ledger, clock, listener, accounts());
    }

    static SubjectRequests on(
            RequestStore requests,
            SubjectVault vault,
            Ledger ledger,
            Clock clock,
            StatusListener listener,
            AccountDirectory accounts) {
        var scopes = new SubjectScopes(vault, clock);
        var audit = new Audit(ledger, accounts);
        var patience = new Patience(new TestConfig(), clock);
        var erasure =
                new EraseSubject(
                        requests,
                        scopes,
                        vault,
                        TestKeys.receipts(ledger, clock),
                        listener,
                        audit,
                        patience);
        InformSubject access = access(requests, vault, ledger, clock, listener);
        var withdrawal = new Withdrawal(requests, vault, listener, audit);
        var petitions = new Petitions(requests, withdrawal, audit, accounts, patience);
        return new SubjectRequests(
                requests, ledger, scopes, erasure, access, withdrawal, petitions);
    }

    /** The results of access requests, by {@link FakeSubjectAccess}. */
    public static InformSubject access(
            RequestStore requests,
            SubjectVault vault,
            Ledger ledger,
            Clock clock,
            StatusListener listener) {
        return new InformSubject(
                requests,
                new SubjectScopes(vault, clock),
                new FakeSubjectAccess(),
                ledger,
                listener,
                new Audit(ledger, accounts()),
                clock);
    }

    /** The same requests, of which those that find several subjects must be confirmed. */
    public static ConfirmedRequests confirmed(
            SubjectRequests requests,
            SubjectVault vault,
            Ledger ledger,
            Clock clock,
            Confirmations confirmations) {
        return new ConfirmedRequests(
                new SubjectScopes(vault, clock),
                confirmations,
                requests,
                new Audit(ledger, accounts()));
    }

    static AccountDirectory accounts() {
        return TestAccounts.directory(TestAccounts.settings(Ids.ACME, Map.of()));
    }

    /**
     * One notice of each change: of rank 1 while there is more to come, and of rank 2 at the end.
     */
    static StatusListener telling(Consumer<RequestState> told) {
        var url = URI.create("https://privacy.acme.example/dsr");
        return (request, now) -> {
            told.accept(now);
            int rank = now.status() == RequestStatus.COMPLETED ? 2 : 1;
            return List.of(new Notice(request.account(), 0, rank, url, "{}"));
        };
    }
}
