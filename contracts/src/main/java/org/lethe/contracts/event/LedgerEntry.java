package org.lethe.contracts.event;

import org.lethe.contracts.id.AccountId;

/**
 * One entry of an account's ledger; each holds the digest of the one before it.
 *
 * <p>The topic's order decides between writers: an entry whose number and predecessor do not follow
 * on is none, for every reader.
 *
 * @param number from 1, without gaps, for each account
 * @param previous digest of the JSON of the entry before, all zeros for the first
 */
public record LedgerEntry(AccountId account, long number, LedgerFact fact, Digest previous)
        implements Event {

    /** What the first entry of an account has as its predecessor. */
    public static final Digest START = new Digest("0".repeat(64));

    /** What the entry after this one holds as its predecessor. */
    public Digest digest() {
        return Digest.ofText(EventCodec.data(this));
    }

    @Override
    public String subject() {
        return account.value();
    }
}
