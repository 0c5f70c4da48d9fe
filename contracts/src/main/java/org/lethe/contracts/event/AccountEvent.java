package org.lethe.contracts.event;

import org.lethe.contracts.id.AccountId;

/**
 * The settings of an account; the compacted topic is their source.
 *
 * <p>That an account was closed is no event but a tombstone, a record without a value: compaction
 * keeps the newest event of a key for ever, whatever it says.
 */
public sealed interface AccountEvent extends Event {

    AccountId account();

    @Override
    default String subject() {
        return account().value();
    }

    /** All settings, sealed under a key that is wrapped in {@code wrappedKey}. */
    record AccountChanged(
            AccountId account, long version, SealedBytes sealed, SealedBytes wrappedKey)
            implements AccountEvent {}
}
