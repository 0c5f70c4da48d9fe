package org.lethe.runtime.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lethe.contracts.WireFormat;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.ScopeKind;
import org.lethe.contracts.personal.AccountName;
import org.lethe.contracts.personal.EmailAddress;
import org.lethe.privacy.retention.Lifetimes;

class AccountSettingsTest {

    private static final EmailAddress DESK = EmailAddress.of("desk@acme.example");

    @Test
    void isReadBackFromJson() throws JsonProcessingException {
        AccountSettings settings = settings("https://shop.example", Duration.ofHours(2));
        String json = WireFormat.mapper().writeValueAsString(settings);

        assertThat(WireFormat.mapper().readValue(json, AccountSettings.class)).isEqualTo(settings);
        assertThat(settings.toString()).doesNotContain("desk@").contains("acme");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://shop.example", "http://localhost:8090", "https://a.b:8443"})
    void acceptsOriginsAsBrowsersWriteThem(String origin) {
        assertThatCode(() -> settings(origin, Duration.ofHours(1))).doesNotThrowAnyException();
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
    void refusesOtherOrigins(String origin) {
        assertThatThrownBy(() -> settings(origin, Duration.ofHours(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("not a valid setting: allowedOrigins");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT24H0.001S", "PT0.499S", "PT0.001S", "PT0S", "PT-1H"})
    void refusesDeadlinesBeyondTheSchedule(Duration deadline) {
        assertThatThrownBy(() -> settings("https://a.b", deadline))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("not a valid setting: letterDeadline");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT24H", "PT0.5S"})
    void acceptsDeadlinesThatLettersCanBeOpenedWith(Duration deadline) {
        assertThat(
                        Lifetimes.standard()
                                .checked(
                                        ScopeKind.LETTER,
                                        settings("https://a.b", deadline).letterDeadline()))
                .isEqualTo(deadline);
    }

    @Test
    void keepsALetterForTheVisitor() {
        assertThatThrownBy(() ->
                        new AccountSettings.Transcripts(true, Collections.nCopies(10, DESK), true))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static AccountSettings settings(String origin, Duration deadline) {
        return new AccountSettings(
                new AccountId("acme"),
                1,
                AccountName.of("Acme"),
                ZoneId.of("Europe/Berlin"),
                Set.of(origin),
                true,
                new AccountSettings.Transcripts(true, List.of(DESK), true),
                new AccountSettings.Offline(List.of(DESK)),
                null,
                true,
                deadline);
    }
}
