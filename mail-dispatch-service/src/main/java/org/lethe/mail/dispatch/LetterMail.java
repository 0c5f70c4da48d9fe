package org.lethe.mail.dispatch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.lethe.contracts.id.LetterId;
import org.lethe.contracts.letter.Letter;
import org.lethe.contracts.letter.LostNotice;
import org.lethe.contracts.letter.OfflineLetter;
import org.lethe.contracts.letter.TranscriptLetter;
import org.lethe.contracts.personal.EmailAddress;
import org.lethe.contracts.personal.InvalidPersonalData;
import org.lethe.contracts.scope.Whereabouts;
import org.lethe.mail.post.OutgoingMail;
import org.lethe.mail.render.LetterRenderer;
import org.lethe.mail.render.RenderedLetter;

/** Makes a mail of an unsealed letter. */
@ApplicationScoped
class LetterMail {

    private final LetterRenderer renderer;

    @Inject
    LetterMail(LetterRenderer renderer) {
        this.renderer = renderer;
    }

    /** Empty if its recipient is no e-mail address. */
    Optional<OutgoingMail> of(LetterId id, Letter letter, Optional<Whereabouts> address) {
        RenderedLetter rendered = renderer.render(letter, address);
        return address(letter.recipient())
                .map(recipient ->
                        new OutgoingMail(
                                id,
                                recipient,
                                replyTo(letter),
                                rendered.subject(),
                                rendered.text(),
                                rendered.html()));
    }

    /** An operator answers an offline message; a transcript is not answered. */
    private static Optional<EmailAddress> replyTo(Letter letter) {
        return switch (letter) {
            case OfflineLetter offline -> address(offline.email());
            case TranscriptLetter _ -> Optional.empty();
            case LostNotice _ -> Optional.empty();
        };
    }

    /** Checked once more before it stands in a header, wherever the letter has it from. */
    private static Optional<EmailAddress> address(EmailAddress sealed) {
        try {
            return Optional.of(EmailAddress.of(sealed.reveal()));
        } catch (InvalidPersonalData e) {
            return Optional.empty();
        }
    }
}
