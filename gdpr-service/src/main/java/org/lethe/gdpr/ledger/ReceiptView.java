package org.lethe.gdpr.ledger;

import java.time.Instant;
import java.util.Map;
import org.lethe.contracts.event.Digest;
import org.lethe.contracts.event.LedgerEntry;
import org.lethe.contracts.event.LedgerFact.SubjectErased;
import org.lethe.contracts.event.SignedReceipt;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.ReceiptId;
import org.lethe.contracts.id.ScopeKind;

/**
 * A receipt: what it says in short, and the signed text that counts.
 *
 * @param jws to be verified with the keys at {@code /.well-known/jwks.json}
 * @param entry its number in the account's ledger
 * @param digest of that entry
 */
public record ReceiptView(
        ReceiptId receipt,
        AccountId account,
        Instant received,
        Instant effective,
        Instant completed,
        Map<ScopeKind, Integer> destroyed,
        SignedReceipt jws,
        long entry,
        Digest digest) {

    static ReceiptView of(LedgerEntry entry) {
        if (!(entry.fact() instanceof SubjectErased erased)) {
            throw new IllegalArgumentException("an entry without a receipt");
        }
        return new ReceiptView(
                erased.receipt(),
                entry.account(),
                erased.received(),
                erased.effective(),
                erased.completed(),
                erased.scopes(),
                erased.signed(),
                entry.number(),
                LedgerChain.digest(entry));
    }
}
