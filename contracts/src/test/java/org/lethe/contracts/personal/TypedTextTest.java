package org.lethe.contracts.personal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.node.TextNode;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lethe.contracts.personal.InvalidPersonalData.Fault;

/** Text as people type and paste it. */
class TypedTextTest {

    @Test
    void makesOneLineEndOfAllKinds() {
        assertThat(MessageText.of("a\r\nb\rc\u000Bd\fe\u0085f\u2028g\th").reveal())
                .isEqualTo("a\nb\nc\nd\ne\nf\ng\th");
        assertThat(QuestionText.of("first\u000Bsecond").reveal()).isEqualTo("first\nsecond");
    }

    @Test
    void takesTextWithoutTheControlsThatCameWithIt() {
        assertThat(MessageText.of("abc\u007Fd, a\u0000b, c\u0081d").reveal())
                .isEqualTo("abcd, ab, cd");
        assertThat(PersonName.of("No\u0000ra\nAdams").reveal()).isEqualTo("Nora Adams");
    }

    @Test
    void repairsTextOfWindowsThatWasReadAsLatin1() {
        assertThat(MessageText.of("it\u0092s \u0093broken\u0094 \u0096 5 \u0080").reveal())
                .isEqualTo("it\u2019s \u201Cbroken\u201D \u2013 5 \u20AC");
        assertThat(PersonName.of("O\u0092Hara").reveal()).isEqualTo("O\u2019Hara");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " \n",
                "\u200B",
                "\u00A0\u00A0",
                "\u200E\u200F\u202E",
                "\u00AD\u2060",
                "\u3164",
                "\uFE0F\uDB40\uDD00",
                "\uDB40\uDC41",
                "\uFFFC",
                "\u0000"
            })
    void takesWhatNobodySeesForNothing(String text) {
        assertThatExceptionOfType(InvalidPersonalData.class)
                .isThrownBy(() -> MessageText.of(text))
                .matches(e -> e.fault() == Fault.WRONG);
        assertThatExceptionOfType(InvalidPersonalData.class).isThrownBy(() -> PersonName.of(text));
        assertThat(PersonName.given(text)).isNull();
        assertThat(QuestionText.given(text)).isNull();
        assertThat(PageTitle.clipped(text)).isNull();
        assertThat(DetailText.clipped(TextNode.valueOf(text))).isNull();
        assertThat(DetailName.of(text).isEmpty()).isTrue();
        assertThat(EmailAddress.given(text)).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ok \uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67",
                "\u0645\u06CC\u200C\u062E\u0648\u0627\u0647\u0645",
                "\u05D0\u200F!"
            })
    void keepsWhatJoinsAndMarks(String text) {
        assertThat(MessageText.of(text).reveal()).isEqualTo(text);
        assertThat(PersonName.of(text).reveal()).isEqualTo(text);
    }

    @Test
    void turnsNothingBesideAName() {
        assertThat(PersonName.of("Nora \u202Egnp.exe").reveal()).isEqualTo("Nora gnp.exe");
        assertThat(DetailName.of("a\u2066b").reveal()).isEqualTo("ab");
    }

    @Test
    void takesNoBlankForALetter() {
        assertThat(PersonName.of("\u00A0Nora\u3000Adams\u2007").reveal())
                .isEqualTo("Nora\u3000Adams");
    }

    @Test
    void takesAnAddressThatWasCopied() {
        assertThat(EmailAddress.of("\u200Bnora@visitor.example\u200E").reveal())
                .isEqualTo("nora@visitor.example");
        assertThat(EmailAddress.of("\u00A0nora\uFF20visitor\uFF0Eexample").reveal())
                .isEqualTo("nora@visitor.example");
    }

    /** The third and the fourth differ by a joiner alone, which the older standard drops. */
    @ParameterizedTest
    @CsvSource({
        "info@stra\u00DFe.example, info@xn--strae-oqa.example",
        "info@STRA\u1E9EE.example, info@xn--strae-oqa.example",
        "a@\u0646\u0627\u0645\u0647\u200C\u0627\u06CC.example, a@xn--mgba3gch31f060k.example",
        "a@\u0646\u0627\u0645\u0647\u0627\u06CC.example, a@xn--mgba3gch31f.example",
        "a@\u03B2\u03CC\u03BB\u03BF\u03C2.example, a@xn--nxasmm1c.example",
        "a@\uD83D\uDCFB.example, a@xn--xu8h.example"
    })
    void writesToTheDomainThatWasTypedAndToNoOther(String typed, String written) {
        assertThat(EmailAddress.of(typed).reveal()).isEqualTo(written);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a@b\u200Cc.example", "a@\u05D0b.example", "a@xn--a.example"})
    void writesToNoDomainThatNobodyCanHave(String typed) {
        assertThatExceptionOfType(InvalidPersonalData.class)
                .isThrownBy(() -> EmailAddress.of(typed));
    }

    @Test
    void saysThatLettersAreTheTrouble() {
        assertThatExceptionOfType(InvalidPersonalData.class)
                .isThrownBy(() -> EmailAddress.of("nor\u00E4@visitor.example"))
                .matches(e -> e.fault() == Fault.MAILBOX_LETTERS);
        assertThatExceptionOfType(InvalidPersonalData.class)
                .isThrownBy(() -> EmailAddress.of("nor\u00E4 x@visitor.example"))
                .matches(e -> e.fault() == Fault.WRONG);
    }

    @Test
    void takesAMailboxOnce() {
        assertThat(
                        EmailAddress.distinct(
                                Stream.of("desk@a.example", "Desk@a.example", "b@a.example")
                                        .map(EmailAddress::of)
                                        .toList()))
                .containsExactly(EmailAddress.of("desk@a.example"), EmailAddress.of("b@a.example"));
    }
}
