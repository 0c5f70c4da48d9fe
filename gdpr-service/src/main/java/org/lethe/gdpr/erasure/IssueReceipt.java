package org.lethe.gdpr.erasure;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.lethe.contracts.event.LedgerEntry;
import org.lethe.contracts.event.LedgerFact.SubjectErased;
import org.lethe.contracts.event.RemainsKind;
import org.lethe.contracts.event.ServiceName;
import org.lethe.contracts.id.ScopeId;
import org.lethe.contracts.id.ScopeKind;
import org.lethe.gdpr.ledger.Ledger;
import org.lethe.gdpr.receipt.Receipt;
import org.lethe.gdpr.receipt.ReceiptSigner;
import org.lethe.gdpr.request.Progress;
import org.lethe.gdpr.request.SubjectRequest;
import org.lethe.gdpr.subject.Digests;
import org.lethe.privacy.log.Log;
import org.lethe.privacy.log.LogKey;

/** Signs the receipt of an erasure and enters it in the account's ledger, once. */
@ApplicationScoped
class IssueReceipt {

    private static final Log LOG = Log.of(IssueReceipt.class);

    private final ReceiptSigner signer;
    private final Ledger ledger;
    private final Clock clock;

    IssueReceipt(ReceiptSigner signer, Ledger ledger, Clock clock) {
        this.signer = signer;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** The ledger refuses a second entry for a request, so this may be repeated after a crash. */
    LedgerEntry issue(
            SubjectRequest request,
            Progress.Effective effective,
            Map<ServiceName, Map<RemainsKind, Integer>> answers,
            Set<ServiceName> missing) {
        Map<ScopeKind, Integer> destroyed = count(effective.scopes());
        var receipt =
                new Receipt(
                        request.receipt(),
                        request.account(),
                        request.digest(),
                        request.received(),
                        effective.at(),
                        clock.instant(),
                        destroyed,
                        effective.scopes().stream().map(Digests::of).toList(),
                        answers,
                        missing.stream().toList());
        receipt.contradicted()
                .forEach(service ->
                        LOG.warn(
                                "an answer to an erasure does not add up",
                                LogKey.SERVICE.of(service),
                                LogKey.ERASURE.of(request.scope())));
        return ledger.append(
                request.account(),
                new SubjectErased(
                        receipt.request(),
                        receipt.id(),
                        receipt.received(),
                        receipt.effective(),
                        receipt.completed(),
                        destroyed,
                        signer.sign(receipt)));
    }

    private static Map<ScopeKind, Integer> count(Set<ScopeId> scopes) {
        var counts = new TreeMap<ScopeKind, Integer>();
        scopes.forEach(scope -> counts.merge(scope.kind(), 1, Integer::sum));
        return counts;
    }
}
