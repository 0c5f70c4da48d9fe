package org.lethe.acceptance.endurance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lethe.acceptance.endurance.LetterCheck.Due;
import org.lethe.acceptance.endurance.LetterCheck.Outcome;
import org.lethe.stack.inbox.ReceivedMail;

class LetterCheckTest {

    private static final String TEAM = "team@acme.example";
    private static final Due DUE =
            new Due("l1", TEAM, "v1e", List.of("v1e message 1", "v1e message 12"), false, 1);
    private static final String WHOLE = "v1e message 1\nv1e message 12";

    private final List<ReceivedMail> mails = new ArrayList<>();
    private final List<Broken> broken = new ArrayList<>();
    private final LetterCheck check = new LetterCheck(mails, broken::add);

    @Test
    void isContentWithALetterThatArrived() {
        mail(TEAM, "a", WHOLE);
        mail("archive@acme.example", "b", WHOLE);

        assertThat(check.judge(DUE)).isEqualTo(Outcome.ARRIVED);
        assertThat(broken).isEmpty();
    }

    @Test
    void isContentWithALossThatIsTold() {
        mail("admin@acme.example", "n", "the letter l1 was lost");

        assertThat(check.judge(DUE)).isEqualTo(Outcome.TOLD);
        assertThat(broken).isEmpty();
    }

    @Test
    void seesALetterThatIsMissing() {
        mail("archive@acme.example", "b", WHOLE);

        assertThat(check.judge(DUE)).isEqualTo(Outcome.MISSING);
        assertBroken(Invariant.LETTERS_ARRIVE);
    }

    @Test
    void excusesWhatWentWithItsStoreUnheardOf() {
        check.judge(new Due("l1", TEAM, "v1e", List.of(), true, 1));

        assertThat(broken).isEmpty();
    }

    @Test
    void seesAMessageThatIsMissingInALetter() {
        mail(TEAM, "a", "v1e message 12");

        check.judge(DUE);

        assertBroken(Invariant.LETTERS_ARRIVE);
    }

    @Test
    void seesAMessageThatStandsTwiceInALetter() {
        mail(TEAM, "a", WHOLE + "\nv1e message 12");

        check.judge(DUE);

        assertBroken(Invariant.LETTERS_ARRIVE);
    }

    @Test
    void seesMessagesOutOfOrder() {
        mail(TEAM, "a", "v1e message 12\nv1e message 1");

        check.judge(DUE);

        assertBroken(Invariant.LETTERS_ARRIVE);
    }

    @Test
    void seesACopyTooMany() {
        mail(TEAM, "a", WHOLE);
        mail(TEAM, "a", WHOLE);

        check.judge(DUE);

        assertBroken(Invariant.LETTERS_COME_ONCE);
    }

    @Test
    void seesASecondLetterOfTheSame() {
        mail(TEAM, "a", WHOLE);
        mail(TEAM, "b", WHOLE);

        check.judge(new Due("l1", TEAM, "v1e", List.of(), false, 2));

        assertBroken(Invariant.LETTERS_COME_ONCE);
    }

    @Test
    void seesALetterThatMustNotBe() {
        mail(TEAM, "a", WHOLE);

        check.requireNone("v2e", "the chat was erased");
        assertThat(broken).isEmpty();
        check.requireNone("v1e", "the chat was erased");
        assertBroken(Invariant.LETTERS_ARRIVE);
    }

    private void mail(String to, String messageId, String text) {
        mails.add(
                new ReceivedMail(
                        mails.size() + 1,
                        Instant.EPOCH,
                        "lethe@acme.example",
                        List.of(to),
                        true,
                        "subject",
                        text,
                        "",
                        "Message-ID: <" + messageId + ">\r\n\r\n" + text));
    }

    private void assertBroken(Invariant invariant) {
        assertThat(broken).extracting(Broken::invariant).containsExactly(invariant);
    }
}
