package org.lethe.gdpr.ledger;

import java.util.List;
import java.util.Optional;
import org.lethe.contracts.event.Digest;
import org.lethe.contracts.event.EventCodec;
import org.lethe.contracts.event.LedgerEntry;
import org.lethe.contracts.event.LedgerFact;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.ReceiptId;
import org.lethe.gdpr.subject.Digests;

/**
 * What was destroyed, account by account: only ever appended to, each entry bound to the one
 * before.
 *
 * <p>Every method throws {@link org.lethe.runtime.problem.Refusal} with {@code UNAVAILABLE} while
 * the ledger can't be read or written.
 */
public interface Ledger {

    /** Enters a fact; a fact about a request that is entered already gives the entry there is. */
    LedgerEntry append(AccountId account, LedgerFact fact);

    Optional<LedgerEntry> ofReceipt(ReceiptId receipt);

    /** The entry that completed a request. */
    Optional<LedgerEntry> ofRequest(AccountId account, Digest request);

    /** Entries after a number, oldest first. */
    List<LedgerEntry> entries(AccountId account, long after, int limit);

    /** Whether there is an entry for a fact that can be entered once. */
    boolean isEntered(LedgerFact fact);

    /** The actions for data subjects' rights that follow the entry of this number, oldest first. */
    List<LedgerEntry> actions(AccountId account, long after, int limit);

    /** What the entry after this one holds as its predecessor. */
    static Digest digest(LedgerEntry entry) {
        return Digests.of(EventCodec.data(entry));
    }
}
