package org.lethe.contracts.letter;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.ZoneId;
import org.lethe.contracts.event.LetterKind;
import org.lethe.contracts.frame.PersonalText;

/** What one letter to one recipient contains; sealed as JSON in the slot {@code body}. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(TranscriptLetter.class),
    @JsonSubTypes.Type(OfflineLetter.class),
    @JsonSubTypes.Type(LostNotice.class)
})
public sealed interface Letter permits TranscriptLetter, OfflineLetter, LostNotice {

    /** The e-mail address that it goes to. */
    PersonalText recipient();

    PersonalText accountName();

    /** The account's: times in the letter are told in it. */
    ZoneId timeZone();

    LetterKind letterKind();
}
