package org.lethe.runtime.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lethe.contracts.WireFormat;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.ScopeKind;
import org.lethe.contracts.personal.DetailName;
import org.lethe.contracts.personal.DetailText;
import org.lethe.contracts.personal.EmailAddress;
import org.lethe.contracts.subject.Identifier;
import org.lethe.contracts.visit.DataUse;
import org.lethe.privacy.retention.Lifetimes;
import org.lethe.runtime.fixture.DataUseRow;
import org.lethe.runtime.fixture.TestAccounts;

class AccountSettingsTest {

    private static final JsonMapper JSON = WireFormat.mapper();

    /** 65 characters. */
    private static final String LONG_NAME =
            "a234567890123456789012345678901234567890123456789012345678901234b";

    /** All that can be set, and nothing of it as it is by default. */
    private static final String EVERYTHING =
            """
            {"id":"acme","version":3,"name":"Acme","timeZone":"Europe/Berlin",
             "allowedOrigins":["https://acme.example"],"hiddenParameters":["order"],
             "identifiers":["customer number"],
             "removeAddress":true,
             "transcripts":{"enabled":true,"recipients":["a@acme.example"],"copyToVisitor":true},
             "offline":{"recipients":["b@acme.example"]},"notify":"c@acme.example",
             "mailTlsRequired":true,"letterDeadline":"PT2H",
             "staffMayAct":true}
            """;

    @Test
    void comeBackAsTheyWereWritten() throws JsonProcessingException {
        AccountSettings settings = JSON.readValue(EVERYTHING, AccountSettings.class);

        assertThat(JSON.readTree(JSON.writeValueAsString(settings)))
                .isEqualTo(JSON.readTree(EVERYTHING))
                .hasSize(AccountSettings.class.getRecordComponents().length);
    }

    @Test
    void areTheSameAsAnotherVersion() throws JsonProcessingException {
        AccountSettings settings = JSON.readValue(EVERYTHING, AccountSettings.class);

        assertThat(settings.withVersion(4).version()).isEqualTo(4);
        assertThat(settings.withVersion(4).withVersion(3)).isEqualTo(settings);
    }

    @ParameterizedTest
    @MethodSource("everyCombination")
    void meanForVisitorsWhatTheTableSays(DataUseRow row) {
        assertThat(row.settings().dataUse()).isEqualTo(row.use());
        assertThat(row.settings().mailTlsRequired()).isEqualTo(row.done().tlsOnly());
        assertThat(row.settings().letterDeadline()).isEqualTo(row.done().letterDeadline());
    }

    @ParameterizedTest
    @MethodSource("everyCombination")
    void doNoMoreWithinWhatWasToldThanWasTold(DataUseRow told) {
        assertThat(everyCombination())
                .allSatisfy(now -> {
                    DataUse use = now.settings().within(told.use()).dataUse();
                    assertThat(use.addresses())
                            .isEqualTo(now.use().addresses() && told.use().addresses());
                    assertThat(use.transcriptToTeam())
                            .isEqualTo(
                                    now.use().transcriptToTeam() && told.use().transcriptToTeam());
                    assertThat(use.transcriptToVisitor())
                            .isEqualTo(
                                    now.use().transcriptToVisitor()
                                            && told.use().transcriptToVisitor());
                    assertThat(use.tlsOnly())
                            .isEqualTo(now.use().tlsOnly() || told.use().tlsOnly());
                    assertThat(use.letterDeadline())
                            .isLessThanOrEqualTo(told.use().letterDeadline())
                            .isLessThanOrEqualTo(now.use().letterDeadline());
                });
    }

    static Stream<DataUseRow> everyCombination() {
        return DataUseRow.all(new AccountId("acme"));
    }

    @Test
    void sendNothingAnywhereUnlessItIsSaid() throws JsonProcessingException {
        AccountSettings settings =
                JSON.readValue(
                        "{\"id\":\"acme\",\"name\":\"Acme\",\"offline\":null}",
                        AccountSettings.class);

        assertThat(settings.version()).isZero();
        assertThat(settings.timeZone()).isEqualTo(ZoneOffset.UTC);
        assertThat(settings.transcripts().enabled()).isFalse();
        assertThat(settings.transcripts().recipients()).isEmpty();
        assertThat(settings.offline().recipients()).isEmpty();
        assertThat(settings.allowedOrigins()).isEmpty();
        assertThat(settings.hiddenParameters()).isEmpty();
        assertThat(settings.identifiers()).isEmpty();
        assertThat(settings.noticeTo()).isNull();
        assertThat(settings.staffMayAct()).isFalse();
        assertThat(settings.letterDeadline()).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void needANameAndAnId() {
        assertThatThrownBy(() -> JSON.readValue("{\"id\":\"acme\"}", AccountSettings.class))
                .isInstanceOf(JsonProcessingException.class);
        assertThatThrownBy(() -> JSON.readValue("{\"name\":\"Acme\"}", AccountSettings.class))
                .isInstanceOf(JsonProcessingException.class);
    }

    @Test
    void printNoAddress() throws JsonProcessingException {
        assertThat(JSON.readValue(EVERYTHING, AccountSettings.class).toString())
                .doesNotContain("@acme.example")
                .contains("acme");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://shop.example", "http://localhost:8090", "https://a.b:8443"})
    void acceptOriginsAsBrowsersWriteThem(String origin) {
        assertThatCode(() -> with("allowedOrigins", Set.of(origin))).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "*",
                "null",
                "shop.example",
                "https://shop.example/",
                "https://shop.example/a",
                "https://*.shop.example",
                "https://Shop.example",
                "https://shop.example:443",
                "https://user@shop.example",
                "ftp://shop.example",
                "https://shop.example https://evil.example"
            })
    void refuseOtherOrigins(String origin) {
        refused("allowedOrigins", Set.of(origin));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT24H0.001S", "PT0.499S", "PT0.001S", "PT0S", "PT-1H"})
    void refuseDeadlinesBeyondTheSchedule(Duration deadline) {
        refused("letterDeadline", deadline);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT24H", "PT0.5S"})
    void acceptDeadlinesThatLettersCanBeOpenedWith(Duration deadline) {
        Duration kept = with("letterDeadline", deadline).letterDeadline();

        assertThat(Lifetimes.standard().checked(ScopeKind.LETTER, kept)).isEqualTo(deadline);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a=b", "a&b", "two words"})
    void refuseWhatIsNoNameOfAParameter(String name) {
        refused("hiddenParameters", Set.of(name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", " customer", "a\nb", LONG_NAME})
    void refuseWhatNoDetailIsCalled(String name) {
        refused("identifiers", Set.of(name));
    }

    @Test
    void tellWhichDetailsNameAPerson() {
        AccountSettings settings = with("identifiers", Set.of("customer", "email"));

        assertThat(
                        settings.naming(
                                Map.of(
                                        DetailName.of("customer"),
                                        DetailText.of("4711"),
                                        DetailName.of("email"),
                                        DetailText.of("Ada@example.org"),
                                        DetailName.of("plan"),
                                        DetailText.of("pro"))))
                .containsExactlyInAnyOrder(
                        new Identifier.Detail(DetailName.of("customer"), DetailText.of("4711")),
                        new Identifier.Email(EmailAddress.of("Ada@example.org")));
    }

    @Test
    void sendOneLetterToARecipient() {
        var written =
                Stream.of("desk@acme.example", "Desk@acme.example", "desk@acme.example")
                        .map(EmailAddress::of)
                        .toList();

        assertThat(new AccountSettings.Transcripts(true, written, true).recipients()).hasSize(1);
        assertThat(new AccountSettings.Offline(written).recipients()).hasSize(1);
    }

    @Test
    void keepALetterForTheVisitor() {
        var ten =
                IntStream.range(0, 10)
                        .mapToObj(each -> EmailAddress.of("desk" + each + "@acme.example"))
                        .toList();

        assertThatThrownBy(() -> new AccountSettings.Transcripts(true, ten, true))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static void refused(String setting, Object value) {
        assertThatThrownBy(() -> with(setting, value))
                .hasRootCauseInstanceOf(IllegalArgumentException.class)
                .hasRootCauseMessage("not a valid setting: " + setting);
    }

    private static AccountSettings with(String setting, Object value) {
        return TestAccounts.settings(AccountId.of("acme"), Map.of(setting, value));
    }
}
