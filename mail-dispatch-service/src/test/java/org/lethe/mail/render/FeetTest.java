package org.lethe.mail.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lethe.contracts.id.LetterId;
import org.lethe.contracts.letter.Letter;
import org.lethe.mail.post.OutgoingMail;

/** What stands at the foot of a letter is true of that kind of letter. */
class FeetTest {

    private final LetterRenderer renderer = new LetterRenderer();

    @Test
    void ofATranscriptTellsOfTheChatThatWasDestroyed() {
        assertThat(foot(SampleLetters.transcript()))
                .contains("destroyed the chat when it ended")
                .contains("at its deadline at the latest")
                .doesNotContain("only copy");
    }

    /** Whoever gets it may never have been there. */
    @Test
    void ofAVisitorsCopyTellsWhyItCame() {
        assertThat(foot(SampleLetters.copy()))
                .contains("because this address was given in a chat")
                .contains("destroyed the chat when it ended");
    }

    @Test
    void ofAMessageTellsOfNoChat() {
        assertThat(foot(SampleLetters.offline()))
                .contains("at its deadline at the latest")
                .doesNotContain("chat");
    }

    @Test
    void tellsWhatTheNumberIsForWhereThereIsOne() {
        for (Letter letter :
                new Letter[] {
                    SampleLetters.transcript(), SampleLetters.copy(), SampleLetters.offline()
                }) {
            assertThat(mail(letter).text()).contains("Reference:   7K3F9-QXM2D");
            assertThat(mail(letter).html()).contains("7K3F9-QXM2D");
            assertThat(foot(letter)).contains("nothing once that is destroyed");
        }
        assertThat(mail(SampleLetters.empty()).text()).doesNotContainIgnoringCase("reference");
    }

    @Test
    void isTheSameInTextAndHtml() {
        for (Letter letter : new Letter[] {SampleLetters.transcript(), SampleLetters.offline()}) {
            assertThat(mail(letter).html()).contains(foot(letter));
        }
    }

    private String foot(Letter letter) {
        return mail(letter).text().split("\n-- \n", 2)[1].strip();
    }

    private OutgoingMail mail(Letter letter) {
        return renderer.mail(
                        LetterId.of("l17-k3f9-abcdefghijklmnopqrstuvwxyz"),
                        letter,
                        Optional.empty())
                .orElseThrow();
    }
}
