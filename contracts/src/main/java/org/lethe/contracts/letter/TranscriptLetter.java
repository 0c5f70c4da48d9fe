package org.lethe.contracts.letter;

import com.fasterxml.jackson.annotation.JsonTypeName;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lethe.contracts.event.EndReason;
import org.lethe.contracts.event.LetterKind;
import org.lethe.contracts.frame.PersonalText;
import org.lethe.contracts.frame.Speaker;

/**
 * The transcript of a chat.
 *
 * @param lines all messages, in their order
 */
@JsonTypeName("transcript")
public record TranscriptLetter(
        PersonalText recipient,
        PersonalText accountName,
        ZoneId timeZone,
        Instant started,
        Instant ended,
        EndReason reason,
        PersonalText visitorName,
        @Nullable PersonalText visitorEmail,
        @Nullable PersonalText question,
        List<Line> lines)
        implements Letter {

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
            @Nullable PersonalText name,
            @Nullable PersonalText text,
            @Nullable PersonalText file) {}
}
