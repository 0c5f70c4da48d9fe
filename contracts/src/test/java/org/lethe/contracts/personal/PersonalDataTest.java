package org.lethe.contracts.personal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lethe.contracts.WireFormat;

class PersonalDataTest {

    static Stream<PersonalData> one() {
        return Stream.of(
                EmailAddress.of("eve@example.org"),
                VisitorName.of("Eve Adams"),
                MessageText.of("hello\nthere"),
                ClientAddress.of("2001:db8::1"),
                HostName.of("host.example.org"),
                FileName.of("cv.pdf"),
                PageUrl.of("https://example.org/?q=a|b[c]"),
                PageTitle.of("Home"),
                Referrer.of("http://example.net/x#y"),
                DetailText.of("gold"),
                UserAgentText.of("Mozilla/5.0"),
                new Location("Bern", "Bern", "Switzerland", "CH", "3000", "Example Net"));
    }

    @ParameterizedTest
    @MethodSource("one")
    void printsNothingOfItself(PersonalData data) {
        assertThat(data.toString()).isEqualTo("[redacted]");
        assertThat(data.reveal()).isNotEmpty();
        assertThat(List.of(data).toString()).doesNotContain(data.reveal());
    }

    @ParameterizedTest
    @MethodSource("one")
    void comesBackFromJson(PersonalData data) throws JsonProcessingException {
        String json = WireFormat.mapper().writeValueAsString(data);
        assertThat(WireFormat.mapper().readValue(json, data.getClass())).isEqualTo(data);
    }

    @Test
    void isCompleteHere() {
        Set<Class<?>> here = one().map(Object::getClass).collect(Collectors.toSet());
        assertThat(here).containsExactlyInAnyOrder(PersonalData.class.getPermittedSubclasses());
    }

    static Stream<Function<String, ? extends PersonalData>> typed() {
        return Stream.of(
                EmailAddress::of,
                VisitorName::of,
                MessageText::of,
                ClientAddress::of,
                HostName::of,
                PageUrl::of,
                PageTitle::of,
                Referrer::of,
                DetailText::of,
                UserAgentText::of);
    }

    @ParameterizedTest
    @MethodSource("typed")
    void refusesWithoutRepeatingWhatItWasGiven(Function<String, PersonalData> type) {
        for (String bad : List.of("", " ", "secret\u0000", "secret\ud800", "x".repeat(10_000))) {
            assertThatExceptionOfType(InvalidPersonalData.class)
                    .isThrownBy(() -> type.apply(bad))
                    .withNoCause()
                    .extracting(Throwable::getMessage)
                    .asString()
                    .doesNotContain("secret");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "eve",
                "@example.org",
                "eve@",
                "eve@localhost",
                "eve@example..org",
                ".eve@example.org",
                "eve@example.org\r\nBcc: all@example.org",
                "Eve <eve@example.org>",
                "eve@-example.org",
                "eve@[192.0.2.1]"
            })
    void refusesWhatIsNoPlainAddress(String text) {
        assertThatExceptionOfType(InvalidPersonalData.class)
                .isThrownBy(() -> EmailAddress.of(text));
    }

    @Test
    void writesTheDomainOfAnAddressAsDnsDoes() {
        assertThat(EmailAddress.of(" Eve@Bücher.Example ").reveal())
                .isEqualTo("Eve@xn--bcher-kva.example");
    }

    @Test
    void takesTheV4AddressOutOfAMappedOne() {
        assertThat(ClientAddress.of("::ffff:192.0.2.1")).isEqualTo(ClientAddress.of("192.0.2.1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "fe80::1%eth0", "192.0.2", "300.1.1.1", "example.org"})
    void neverAsksDnsForAnAddress(String text) {
        assertThatExceptionOfType(InvalidPersonalData.class)
                .isThrownBy(() -> ClientAddress.of(text));
    }

    @Test
    void makesAFileNameALabel() {
        assertThat(FileName.of("C:\\fakepath\\a/b.txt").reveal()).isEqualTo("b.txt");
        assertThat(FileName.of("\u202Egpj.e\u0000xe").reveal()).isEqualTo("gpj.exe");
        assertThatExceptionOfType(InvalidPersonalData.class).isThrownBy(() -> FileName.of("a/.."));
    }

    @Test
    void dropsUserInfoFromWebAddresses() {
        assertThat(PageUrl.of("https://eve:pass@example.org:8443/a?b#c").reveal())
                .isEqualTo("https://example.org:8443/a?b#c");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"javascript:alert(1)", "data:text/html,x", "//example.org", "https:///x"})
    void refusesWebAddressesThatAreNoneToLinkTo(String text) {
        assertThatExceptionOfType(InvalidPersonalData.class).isThrownBy(() -> PageUrl.of(text));
    }

    @Test
    void keepsLinesOfAMessageAndNothingElseThatIsInvisible() {
        assertThat(MessageText.of("a\r\nb\rc\td").reveal()).isEqualTo("a\nb\nc\td");
    }

    @Test
    void clipsWhatNobodyTyped() {
        assertThat(PageTitle.clipped("  a\nb  ")).contains(PageTitle.of("ab"));
        assertThat(PageTitle.clipped("\n")).isEmpty();
        String emoji = "x".repeat(PageTitle.MAX_LENGTH - 1) + "\uD83D\uDE00";
        assertThat(PageTitle.clipped(emoji).orElseThrow().reveal())
                .isEqualTo("x".repeat(PageTitle.MAX_LENGTH - 1));
    }
}
