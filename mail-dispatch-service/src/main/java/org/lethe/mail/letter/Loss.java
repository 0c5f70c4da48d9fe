package org.lethe.mail.letter;

import java.util.Optional;
import org.lethe.contracts.event.LetterKind;
import org.lethe.contracts.event.LossEvent.LetterLossNoted;
import org.lethe.contracts.event.LossReason;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.LetterId;

/**
 * That a letter of an account is not known to have arrived.
 *
 * @param kind empty if nobody knows it any more
 */
public record Loss(AccountId account, LossReason reason, Optional<LetterKind> kind) {

    /** Whether the letter was itself to tell of a loss. */
    public boolean ofNotice() {
        return kind.equals(Optional.of(LetterKind.LOST_NOTICE));
    }

    /** What the account's consoles hear of it. */
    public LetterLossNoted noted(LetterId letter) {
        return new LetterLossNoted(letter, account, kind.orElse(null), reason);
    }
}
