package org.lethe.mail.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.lethe.contracts.event.LossReason;
import org.lethe.contracts.id.LetterId;
import org.lethe.contracts.letter.Letter;
import org.lethe.contracts.letter.OfflineLetter;
import org.lethe.contracts.personal.EmailAddress;
import org.lethe.contracts.scope.Whereabouts;
import org.lethe.mail.post.OutgoingMail;
import org.xml.sax.InputSource;

/** Letters look as the golden files; run with {@code -Dgolden.write} to accept a new look. */
class LetterRendererTest {

    private static final LetterId LETTER = LetterId.of("l17-k3f9-abcdefghijklmnopqrstuvwxyz");
    private static final Path GOLDEN = Path.of("src/test/resources/golden");

    private final LetterRenderer renderer = new LetterRenderer();

    static Stream<Arguments> letters() {
        Optional<Whereabouts> address = Optional.of(SampleLetters.ADDRESS);
        return Stream.of(
                Arguments.of("transcript", SampleLetters.transcript(), Optional.empty()),
                Arguments.of("transcript-with-address", SampleLetters.transcript(), address),
                Arguments.of("transcript-mixed", SampleLetters.mixed(), Optional.empty()),
                Arguments.of("transcript-copy", SampleLetters.copy(), Optional.empty()),
                Arguments.of("transcript-empty", SampleLetters.empty(), Optional.empty()),
                Arguments.of("offline", SampleLetters.offline(), Optional.empty()),
                Arguments.of("offline-with-address", SampleLetters.offline(), address),
                notice("notice", LossReason.NOT_TAKEN),
                notice("notice-perhaps-delivered", LossReason.PERHAPS_DELIVERED),
                notice("notice-store-lost", LossReason.STORE_LOST),
                Arguments.of("lost-chats", SampleLetters.lostChats(), Optional.empty()));
    }

    private static Arguments notice(String name, LossReason reason) {
        return Arguments.of(name, SampleLetters.notice(reason), Optional.empty());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("letters")
    void looksAsInTheGoldenFiles(String name, Letter letter, Optional<Whereabouts> address)
            throws IOException {
        OutgoingMail rendered = mail(letter, address);

        assertGolden(name + ".txt", "Subject: " + rendered.subject() + "\n\n" + rendered.text());
        assertGolden(name + ".html", rendered.html());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("letters")
    void htmlIsWellFormed(String name, Letter letter, Optional<Whereabouts> address) {
        OutgoingMail rendered = mail(letter, address);

        var document = new InputSource(new StringReader(rendered.html().substring(15)));
        assertThatCode(() ->
                        DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(document))
                .as(name)
                .doesNotThrowAnyException();
        assertThat(rendered.html()).startsWith("<!DOCTYPE html>").doesNotContain("<script");
    }

    @Test
    void noMessageCanLookLikeAnotherSpeakersLine() {
        String text = mail(SampleLetters.transcript(), Optional.empty()).text();

        assertThat(text.lines().filter(line -> line.startsWith("00:01:02"))).isEmpty();
        assertThat(text).contains("          00:01:02  Anna (operator):");
    }

    @Test
    void nobodyPassesForAnOperatorByAName() {
        OutgoingMail mail = mail(SampleLetters.mixed(), Optional.empty());

        assertThat(mail.text())
                .contains("Visitor Otto Gruber (operator):")
                .contains("Operator Otto Gruber:");
        assertThat(mail.html())
                .contains("Visitor</span> <b dir=\"auto\">Otto Gruber (operator)</b>")
                .contains("Operator</span> <b dir=\"auto\">Otto Gruber</b>");
    }

    @Test
    void anHourThatIsThereTwiceIsTwoHours() {
        String text = mail(SampleLetters.mixed(), Optional.empty()).text();

        assertThat(text).contains("02:30:00 +02:00  Visitor").contains("02:30:00 +01:00  Operator");
    }

    @Test
    void eachPieceHasItsOwnDirection() {
        OutgoingMail mail = mail(SampleLetters.mixed(), Optional.empty());
        String hebrew = "\u05e9\u05dc\u05d5\u05dd, \u05de\u05d4 \u05dc\u05d2\u05d1\u05d9 Ember 2.0";

        assertThat(mail.subject()).contains("\u2068\u05d0\u05d7\u05ea\u2069, 25 Oct");
        assertThat(mail.text())
                .contains("          \u2068" + hebrew + "\u2069")
                .contains("    turned txet\n");
        assertThat(mail.html()).contains("<div dir=\"auto\">" + hebrew + "<br/></div>");
    }

    @Test
    void blanksAreKept() {
        String html = mail(SampleLetters.mixed(), Optional.empty()).html();

        assertThat(html)
                .contains("white-space:pre-wrap")
                .contains("<div dir=\"auto\">wide    gap and  two<br/></div>");
    }

    @Test
    void addressAndHostAreShownOnlyIfTheLetterHasThem() {
        OutgoingMail without = mail(SampleLetters.offline(), Optional.empty());
        OutgoingMail onlyAddress =
                mail(
                        SampleLetters.offline(),
                        Optional.of(new Whereabouts(SampleLetters.ADDRESS.address(), null)));

        assertThat(without.text() + without.html()).doesNotContain("IP address", "Host name");
        assertThat(onlyAddress.text()).contains("IP address:  2001:db8::17");
        assertThat(onlyAddress.text() + onlyAddress.html()).doesNotContain("Host name");
    }

    @Test
    void subjectIsOneLineAndNamesNoVisitor() {
        String subject = mail(SampleLetters.transcript(), Optional.empty()).subject();

        assertThat(subject).isEqualTo("Chat transcript: Acme & Söhne, 28 Mar 2026 23:58");
    }

    @Test
    void thereIsNoMailToWhatIsNoAddress() {
        OfflineLetter letter = SampleLetters.offline();
        var astray =
                new OfflineLetter(
                        new EmailAddress("desk@acme.example\r\nBcc: eve@evil.example"),
                        letter.accountName(),
                        letter.timeZone(),
                        letter.reference(),
                        letter.at(),
                        letter.name(),
                        letter.email(),
                        letter.message());

        assertThat(renderer.mail(LETTER, astray, Optional.empty())).isEmpty();
    }

    @Test
    void nothingRenderedIsPrinted() {
        OutgoingMail rendered = mail(SampleLetters.offline(), Optional.empty());

        assertThat(rendered).hasToString("[redacted]");
    }

    private OutgoingMail mail(Letter letter, Optional<Whereabouts> address) {
        return renderer.mail(LETTER, letter, address).orElseThrow();
    }

    private static void assertGolden(String file, String actual) throws IOException {
        Path golden = GOLDEN.resolve(file);
        if (System.getProperty("golden.write") != null) {
            Files.createDirectories(GOLDEN);
            Files.writeString(golden, actual);
        }
        assertThat(actual).isEqualTo(Files.readString(golden, StandardCharsets.UTF_8));
    }
}
