package org.lethe.contracts.letter;

import com.fasterxml.jackson.annotation.JsonTypeName;
import java.time.Instant;
import java.time.ZoneId;
import org.lethe.contracts.event.LetterKind;
import org.lethe.contracts.frame.PersonalText;

/** A message that was left while no operator was online. */
@JsonTypeName("offline-message")
public record OfflineLetter(
        PersonalText recipient,
        PersonalText accountName,
        ZoneId timeZone,
        Instant at,
        PersonalText name,
        PersonalText email,
        PersonalText message)
        implements Letter {

    @Override
    public LetterKind letterKind() {
        return LetterKind.OFFLINE_MESSAGE;
    }
}
