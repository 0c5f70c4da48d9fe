package org.lethe.mail.render;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.lethe.contracts.id.LetterId;
import org.lethe.contracts.letter.Letter;
import org.lethe.contracts.letter.LostChatsNotice;
import org.lethe.contracts.letter.LostNotice;
import org.lethe.contracts.letter.OfflineLetter;
import org.lethe.contracts.letter.TranscriptLetter;
import org.lethe.contracts.personal.EmailAddress;
import org.lethe.contracts.personal.InvalidPersonalData;
import org.lethe.contracts.scope.Whereabouts;
import org.lethe.mail.post.OutgoingMail;

/** Makes a mail of a letter, as text and as HTML, with all times in the account's time zone. */
@ApplicationScoped
public class LetterRenderer {

    private final LetterTemplates templates = new LetterTemplates();

    /**
     * Renders a letter; empty if its recipient is no e-mail address.
     *
     * @param address IP address and host name, when the letter still has them
     */
    public Optional<OutgoingMail> mail(LetterId id, Letter letter, Optional<Whereabouts> address) {
        LetterView view =
                switch (letter) {
                    case TranscriptLetter transcript -> TranscriptView.of(transcript, address);
                    case OfflineLetter offline -> OfflineView.of(offline, address);
                    case LostNotice notice -> NoticeView.of(notice);
                    case LostChatsNotice notice -> LostChatsView.of(notice);
                };
        return checked(letter.recipient())
                .map(recipient ->
                        new OutgoingMail(
                                id,
                                recipient,
                                replyTo(letter),
                                view.subject(),
                                templates.text(view),
                                templates.html(view)));
    }

    /** An operator answers an offline message; nothing else is answered. */
    private static Optional<EmailAddress> replyTo(Letter letter) {
        return letter instanceof OfflineLetter offline
                ? checked(offline.email())
                : Optional.empty();
    }

    /** Checked once more before it stands in a header, wherever the letter has it from. */
    private static Optional<EmailAddress> checked(EmailAddress sealed) {
        try {
            return Optional.of(EmailAddress.of(sealed.reveal()));
        } catch (InvalidPersonalData e) {
            return Optional.empty();
        }
    }
}
