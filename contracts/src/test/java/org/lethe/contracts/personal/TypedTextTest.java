package org.lethe.contracts.personal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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
        assertThat(MessageText.of("it\u0092s, abc\u007Fd, a\u0000b").reveal())
                .isEqualTo("its, abcd, ab");
        assertThat(PersonName.of("No\u0000ra\nAdams").reveal()).isEqualTo("Nora Adams");
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
                "\u0000"
            })
    void takesWhatNobodySeesForNothing(String text) {
        assertThatExceptionOfType(InvalidPersonalData.class)
                .isThrownBy(() -> MessageText.of(text))
                .matches(e -> !e.isTooLong());
        assertThatExceptionOfType(InvalidPersonalData.class).isThrownBy(() -> PersonName.of(text));
        assertThat(QuestionText.given(text)).isNull();
        assertThat(PageTitle.clipped(text)).isNull();
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
    void takesAnAddressThatWasCopied() {
        assertThat(EmailAddress.of("\u200Bnora@visitor.example\u200E").reveal())
                .isEqualTo("nora@visitor.example");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"info@stra\u00DFe.example", "a@\u03C2.example", "a@\uD83D\uDCFB.example"})
    void neverWritesToAnotherDomainThanTheOneThatWasTyped(String text) {
        assertThatExceptionOfType(InvalidPersonalData.class)
                .isThrownBy(() -> EmailAddress.of(text));
    }

    @ParameterizedTest
    @CsvSource({"2100", "4000", "7900"})
    void cutsLongAddressesOfPages(int length) {
        String url = "https://shop.example/?utm=" + "x".repeat(length - 26);

        assertThat(PageUrl.of(url).reveal()).isEqualTo(url.substring(0, PageUrl.MAX_LENGTH));
        assertThat(Referrer.of(url).length()).isEqualTo(Referrer.MAX_LENGTH);
    }
}
