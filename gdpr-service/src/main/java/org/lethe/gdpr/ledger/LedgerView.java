package org.lethe.gdpr.ledger;

import java.util.List;
import java.util.Optional;
import org.lethe.contracts.event.Digest;
import org.lethe.contracts.event.LedgerEntry;
import org.lethe.contracts.event.LedgerFact;
import org.lethe.contracts.id.AccountId;

/**
 * A page of an account's ledger.
 *
 * @param next what to ask {@code after} for the next page; absent on the last
 */
public record LedgerView(AccountId account, List<Entry> entries, Optional<Long> next) {

    /**
     * An entry with what binds it to its neighbours.
     *
     * @param digest SHA-256 of the entry's JSON, which the next entry holds as {@code previous}
     */
    public record Entry(long number, LedgerFact fact, Digest previous, Digest digest) {

        static Entry of(LedgerEntry entry) {
            return new Entry(
                    entry.number(), entry.fact(), entry.previous(), LedgerChain.digest(entry));
        }
    }

    static LedgerView of(AccountId account, List<LedgerEntry> entries, int limit) {
        Optional<Long> next =
                entries.size() < limit ? Optional.empty() : Optional.of(entries.getLast().number());
        return new LedgerView(account, entries.stream().map(Entry::of).toList(), next);
    }
}
