package org.lethe.contracts.letter;

import com.fasterxml.jackson.annotation.JsonTypeName;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.lethe.contracts.event.LetterKind;
import org.lethe.contracts.id.ReferenceNumber;
import org.lethe.contracts.personal.AccountName;
import org.lethe.contracts.personal.EmailAddress;
import org.lethe.contracts.personal.MessageText;
import org.lethe.contracts.personal.PersonName;

/**
 * A message that was left while no operator was online.
 *
 * @param reference the message's, which all its letters bear; absent in a letter of an earlier
 *     version
 */
@JsonTypeName("offline-message")
public record OfflineLetter(
        EmailAddress recipient,
        AccountName accountName,
        ZoneId timeZone,
        @Nullable ReferenceNumber reference,
        Instant at,
        PersonName name,
        EmailAddress email,
        MessageText message)
        implements Letter {

    @Override
    public LetterKind letterKind() {
        return LetterKind.OFFLINE_MESSAGE;
    }
}
