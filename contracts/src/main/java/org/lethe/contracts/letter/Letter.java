package org.lethe.contracts.letter;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.ZoneId;
import org.lethe.contracts.event.LetterKind;
import org.lethe.contracts.personal.AccountName;
import org.lethe.contracts.personal.EmailAddress;

/** What one letter to one recipient contains; sealed as JSON in the slot {@code body}. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(TranscriptLetter.class),
    @JsonSubTypes.Type(OfflineLetter.class),
    @JsonSubTypes.Type(LostNotice.class),
    @JsonSubTypes.Type(LostChatsNotice.class)
})
public sealed interface Letter
        permits TranscriptLetter, OfflineLetter, LostNotice, LostChatsNotice {

    EmailAddress recipient();

    AccountName accountName();

    /** The account's: times in the letter are told in it. */
    ZoneId timeZone();

    LetterKind letterKind();
}
