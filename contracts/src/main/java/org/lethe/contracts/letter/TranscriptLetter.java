package org.lethe.contracts.letter;

import com.fasterxml.jackson.annotation.JsonTypeName;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lethe.contracts.event.EndReason;
import org.lethe.contracts.event.LetterKind;
import org.lethe.contracts.frame.Speaker;
import org.lethe.contracts.id.ReferenceNumber;
import org.lethe.contracts.personal.AccountName;
import org.lethe.contracts.personal.EmailAddress;
import org.lethe.contracts.personal.FileName;
import org.lethe.contracts.personal.MessageText;
import org.lethe.contracts.personal.PersonName;
import org.lethe.contracts.personal.QuestionText;

/**
 * The transcript of a chat.
 *
 * @param reference the chat's, which all its letters bear; absent in a letter of an earlier version
 * @param lines all messages, in their order
 * @param copy whether it goes to an address that the visitor gave, which may be anybody's
 */
@JsonTypeName(TranscriptLetter.NAME)
public record TranscriptLetter(
        EmailAddress recipient,
        AccountName accountName,
        ZoneId timeZone,
        @Nullable ReferenceNumber reference,
        Instant started,
        Instant ended,
        EndReason reason,
        PersonName visitorName,
        @Nullable EmailAddress visitorEmail,
        @Nullable QuestionText question,
        List<Line> lines,
        boolean copy)
        implements Letter {

    /** Its type on the wire. */
    public static final String NAME = "transcript";

    public TranscriptLetter {
        lines = List.copyOf(lines);
    }

    @Override
    public LetterKind letterKind() {
        return LetterKind.TRANSCRIPT;
    }

    /**
     * One message.
     *
     * @param file the name of a file that was handed over
     */
    public record Line(
            Instant at,
            Speaker from,
            @Nullable PersonName name,
            @Nullable MessageText text,
            @Nullable FileName file) {}
}
