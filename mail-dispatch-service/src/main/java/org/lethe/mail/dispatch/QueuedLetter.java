package org.lethe.mail.dispatch;

import org.jspecify.annotations.Nullable;
import org.lethe.contracts.event.LetterKind;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.LetterId;

/**
 * A letter that waits for an attempt, with what is told to whom if its store is lost meanwhile. The
 * same letter is the same, whether its kind is known or not.
 *
 * @param kind missing for one that was found in the store
 */
record QueuedLetter(LetterId letter, AccountId account, @Nullable LetterKind kind) {

    @Override
    public boolean equals(Object other) {
        return other instanceof QueuedLetter that
                && letter.equals(that.letter)
                && account.equals(that.account);
    }

    @Override
    public int hashCode() {
        return letter.hashCode();
    }
}
