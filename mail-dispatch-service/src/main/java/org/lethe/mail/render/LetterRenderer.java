package org.lethe.mail.render;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.lethe.contracts.letter.Letter;
import org.lethe.contracts.letter.LostNotice;
import org.lethe.contracts.letter.OfflineLetter;
import org.lethe.contracts.letter.TranscriptLetter;
import org.lethe.contracts.scope.Whereabouts;

/** Renders a letter as text and as HTML, with all times in the account's time zone. */
@ApplicationScoped
public class LetterRenderer {

    private final LetterTemplates templates = new LetterTemplates();

    /**
     * Renders a letter.
     *
     * @param address IP address and host name, when the letter still has them
     */
    public RenderedLetter render(Letter letter, Optional<Whereabouts> address) {
        return switch (letter) {
            case TranscriptLetter transcript ->
                    rendered("transcript", TranscriptView.of(transcript, address));
            case OfflineLetter offline -> rendered("offline", OfflineView.of(offline, address));
            case LostNotice notice -> rendered("notice", NoticeView.of(notice));
        };
    }

    private RenderedLetter rendered(String template, LetterView view) {
        return new RenderedLetter(
                view.subject(), templates.text(template, view), templates.html(template, view));
    }
}
