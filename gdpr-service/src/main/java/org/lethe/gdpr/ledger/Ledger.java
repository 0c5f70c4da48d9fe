package org.lethe.gdpr.ledger;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.lethe.contracts.event.Digest;
import org.lethe.contracts.event.LedgerEntry;
import org.lethe.contracts.event.LedgerFact;
import org.lethe.contracts.event.LedgerFact.ScopesDestroyed;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.ReceiptId;
import org.lethe.contracts.tree.MerkleTree;

/**
 * What was destroyed, account by account: only ever appended to, each entry bound to the one before
 * and a leaf of one tree.
 *
 * <p>Every method throws {@link org.lethe.runtime.problem.Refusal} with {@code UNAVAILABLE} while
 * the ledger can't be read or written.
 */
public interface Ledger {

    /** Enters a fact; a fact about a request that is entered already gives the entry there is. */
    LedgerEntry append(AccountId account, LedgerFact fact);

    /**
     * Enters counts that are made from what is not covered yet. They may be asked for several
     * times, since somebody else may have entered the same; that there is nothing to count is
     * empty.
     */
    Optional<LedgerEntry> count(
            AccountId account, Function<Coverage, Optional<ScopesDestroyed>> counting);

    /** The entry that a receipt stands in. */
    Optional<Leaf> leafOf(ReceiptId receipt);

    /** The entry that completed a request. */
    Optional<LedgerEntry> ofRequest(AccountId account, Digest request);

    /** Entries after a number, oldest first, with their places. */
    List<Leaf> leaves(AccountId account, long after, int limit);

    /**
     * The tree over all records of all accounts, in the order in which they came.
     *
     * @param atLeast so many leaves are waited for, since another replica has seen them; that they
     *     don't come is unavailable, and records that are known to be others than before are
     *     refused with {@code LEDGER_CHANGED}
     */
    MerkleTree tree(long atLeast);

    /** Entries after a number, oldest first. */
    default List<LedgerEntry> entries(AccountId account, long after, int limit) {
        return leaves(account, after, limit).stream().map(Leaf::entry).toList();
    }

    /** Whether there is an entry for a fact that can be entered once. */
    boolean isEntered(LedgerFact fact);

    /** The actions for data subjects' rights that follow the entry of this number, oldest first. */
    List<LedgerEntry> actions(AccountId account, long after, int limit);
}
