package org.lethe.contracts.letter;

import com.fasterxml.jackson.annotation.JsonTypeName;
import java.time.Instant;
import java.time.ZoneId;
import org.lethe.contracts.event.LetterKind;
import org.lethe.contracts.event.LossReason;
import org.lethe.contracts.id.LetterId;
import org.lethe.contracts.personal.AccountName;
import org.lethe.contracts.personal.EmailAddress;

/**
 * Tells the account that a letter did not arrive, or perhaps did not; holds nothing of its content.
 *
 * @param at when the letter was destroyed, or found to be lost
 */
@JsonTypeName("lost-notice")
public record LostNotice(
        EmailAddress recipient,
        AccountName accountName,
        ZoneId timeZone,
        LetterId lost,
        LossReason reason,
        Instant at)
        implements Letter {

    @Override
    public LetterKind letterKind() {
        return LetterKind.LOST_NOTICE;
    }
}
