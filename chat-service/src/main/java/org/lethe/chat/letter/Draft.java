package org.lethe.chat.letter;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.id.LetterId;
import org.lethe.contracts.id.ReferenceNumber;
import org.lethe.contracts.letter.Letter;
import org.lethe.contracts.letter.LostChatsNotice;
import org.lethe.contracts.letter.LostNotice;
import org.lethe.contracts.letter.OfflineLetter;
import org.lethe.contracts.letter.TranscriptLetter;
import org.lethe.contracts.personal.EmailAddress;
import org.lethe.contracts.scope.Whereabouts;
import org.lethe.contracts.subject.Identifier;

/**
 * A letter in clear, for the moment in which it is sealed.
 *
 * @param origin what its id is derived from: a chat, or a message that was left
 * @param address goes into the letter's other compartment
 */
public record Draft(LetterId id, ChatId origin, Letter letter, Optional<Whereabouts> address) {

    /** One of the letters of a chat or a message, by its place among them. */
    public static Draft of(
            ChatId origin, int ordinal, Letter letter, Optional<Whereabouts> address) {
        return new Draft(LetterId.of(origin, ordinal), origin, letter, address);
    }

    /**
     * What finds it: of the visitor, not of whom it is sent to.
     *
     * @param addresses whether addresses are kept
     */
    Set<Identifier> foundBy(boolean addresses) {
        return Identifier.ofVisitor(
                reference(), visitor(), address.filter(any -> addresses).map(Whereabouts::address));
    }

    /** The number that stands in it. */
    private @Nullable ReferenceNumber reference() {
        return switch (letter) {
            case TranscriptLetter transcript -> transcript.reference();
            case OfflineLetter message -> message.reference();
            case LostNotice _, LostChatsNotice _ -> null;
        };
    }

    private @Nullable EmailAddress visitor() {
        return switch (letter) {
            case TranscriptLetter transcript -> transcript.visitorEmail();
            case OfflineLetter message -> message.email();
            case LostNotice _, LostChatsNotice _ -> null;
        };
    }
}
