package org.lethe.contracts.personal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lethe.contracts.WireFormat;
import org.lethe.contracts.personal.InvalidPersonalData.Fault;

class PersonalDataTest {

    static Stream<PersonalData> one() {
        return Stream.of(
                EmailAddress.of("eve@example.org"),
                PersonName.of("Eve Adams"),
                MessageText.of("hello\nthere"),
                ClientAddress.of("2001:db8::1"),
                HostName.of("host.example.org"),
                FileName.of("cv.pdf"),
                PageUrl.of("https://example.org/?q=a|b[c]"),
                PageTitle.of("Home"),
                Referrer.of("http://example.net/x"),
                DetailName.of("plan"),
                DetailText.of("gold"),
                QuestionText.of("Where\nis it?"),
                ConsentText.of("I agree.\r\n"),
                AccountName.of("Acme"),
                Objects.requireNonNull(VisitorTrait.of("Firefox 140")),
                UserAgentText.of("Mozilla/5.0"),
                Location.of("Bern", "Bern", "Switzerland", "CH", "3000", "Example Net"));
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
                PersonName::of,
                MessageText::of,
                ClientAddress::of,
                HostName::of,
                PageUrl::of,
                PageTitle::of,
                Referrer::of,
                DetailText::of,
                QuestionText::of,
                ConsentText::of,
                AccountName::of,
                UserAgentText::of);
    }

    @ParameterizedTest
    @MethodSource("typed")
    void refusesWithoutRepeatingWhatItWasGiven(Function<String, PersonalData> type) {
        for (String bad : List.of("", " ", "secret\ud800", "x".repeat(10_000))) {
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
    @CsvSource({
        "192.0.2.1,192.0.2.1",
        "2001:DB8:0:0:0:0:0:1,2001:db8::1",
        "2001:db8:0:0:1:0:0:1,2001:db8::1:0:0:1",
        "2001:db8:0:1:1:1:1:1,2001:db8:0:1:1:1:1:1",
        "fe80:0:0:1:0:0:0:0,fe80:0:0:1::",
        "0:0:0:0:0:0:0:0,::",
        "::1,::1"
    })
    void writesAddressesAsPeopleDo(String literal, String written) {
        assertThat(ClientAddress.of(literal).reveal()).isEqualTo(written);
        assertThat(ClientAddress.of(written)).isEqualTo(ClientAddress.of(literal));
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
        assertThat(PageUrl.of("https://eve:pass@example.org:8443/a?b").reveal())
                .isEqualTo("https://example.org:8443/a?b");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"javascript:alert(1)", "data:text/html,x", "//example.org", "https:///x"})
    void refusesWebAddressesThatAreNoneToLinkTo(String text) {
        assertThatExceptionOfType(InvalidPersonalData.class).isThrownBy(() -> PageUrl.of(text));
    }

    @Test
    void clipsWhatNobodyTyped() throws JsonProcessingException {
        assertThat(read("  a\nb  ", PageTitle.class)).isEqualTo(PageTitle.of("a b"));
        String emoji = "x".repeat(PageTitle.MAX_LENGTH - 1) + "\uD83D\uDE00";
        assertThat(read(emoji, PageTitle.class))
                .isEqualTo(PageTitle.of("x".repeat(PageTitle.MAX_LENGTH - 1)));
        assertThat(DetailName.of("\n").isEmpty()).isTrue();
        assertThat(VisitorTrait.of("\n")).isNull();
        assertThat(PersonName.clipped("x".repeat(200))).contains(PersonName.of("x".repeat(100)));
    }

    @ParameterizedTest
    @ValueSource(
            classes = {
                EmailAddress.class,
                PersonName.class,
                QuestionText.class,
                ConsentText.class,
                PageTitle.class,
                Referrer.class,
                DetailText.class
            })
    void takesABlankFieldForNone(Class<? extends PersonalData> type)
            throws JsonProcessingException {
        assertThat(read(" ", type)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"name\":null}", "{\"name\":\"\u200B\"}"})
    void takesABlankFieldThatIsNeededForAMissingOne(String json) {
        assertThatThrownBy(() -> WireFormat.mapper().readValue(json, Named.class))
                .isInstanceOf(JsonProcessingException.class);
    }

    @Test
    void dropsAReferrerThatIsNoWebAddress() throws JsonProcessingException {
        assertThat(read("android-app://org.example", Referrer.class)).isNull();
        assertThat(read("https://example.org/", Referrer.class)).isNotNull();
    }

    @Test
    void refusesInJsonWhatItRefusesElsewhere() {
        assertThatThrownBy(() -> read("secret", EmailAddress.class))
                .isInstanceOf(JsonProcessingException.class)
                .hasRootCauseInstanceOf(InvalidPersonalData.class);
    }

    @Test
    void tellsWhatIsTooLongFromWhatIsWrong() {
        String longest = "x".repeat(MessageText.MAX_LENGTH);
        assertThat(MessageText.of(longest).length()).isEqualTo(MessageText.MAX_LENGTH);
        assertThatThrownBy(() -> MessageText.of(longest + "x"))
                .isInstanceOfSatisfying(
                        InvalidPersonalData.class,
                        e -> assertThat(e.fault()).isEqualTo(Fault.TOO_LONG));
        assertThatThrownBy(() -> MessageText.of(" "))
                .isInstanceOfSatisfying(
                        InvalidPersonalData.class,
                        e -> assertThat(e.fault()).isEqualTo(Fault.WRONG));
    }

    @ParameterizedTest
    @MethodSource("one")
    void isTakenAsItWasSealed(PersonalData data) throws JsonProcessingException {
        String json = WireFormat.ofSealed().writeValueAsString(data);
        assertThat(json).isEqualTo(WireFormat.mapper().writeValueAsString(data));
        assertThat(WireFormat.ofSealed().readValue(json, data.getClass())).isEqualTo(data);
    }

    @Test
    void losesNothingOfWhatWasSealedUnderAnotherRule() throws IOException {
        String old = "\u0001" + "x".repeat(10_000);
        String json = WireFormat.mapper().writeValueAsString(Map.of("\u0001", old));

        assertThat(
                        WireFormat.ofSealed()
                                .readValue(
                                        json, new TypeReference<Map<DetailName, DetailText>>() {}))
                .isEqualTo(Map.of(new DetailName("\u0001"), new DetailText(old)));
        assertThat(WireFormat.ofSealed().convertValue(old, EmailAddress.class).reveal())
                .isEqualTo(old);
    }

    private record Named(PersonName name) {}

    private static <T> T read(String text, Class<T> type) throws JsonProcessingException {
        ObjectMapper json = WireFormat.mapper();
        return json.readValue(json.writeValueAsString(text), type);
    }
}
