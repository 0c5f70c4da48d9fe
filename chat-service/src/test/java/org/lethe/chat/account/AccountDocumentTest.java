package org.lethe.chat.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.lethe.contracts.WireFormat;
import org.lethe.contracts.id.AccountId;
import org.lethe.runtime.account.AccountSettings;
import org.lethe.runtime.problem.Refusal;

class AccountDocumentTest {
    private static final AccountId ACME = AccountId.of("acme");

    @Test
    void sendsNothingAnywhereUnlessItIsSaid() throws Exception {
        AccountSettings settings = read("{\"name\":\"Acme\"}").settings(ACME);

        assertThat(settings.transcripts().enabled()).isFalse();
        assertThat(settings.offline().recipients()).isEmpty();
        assertThat(settings.allowedOrigins()).isEmpty();
        assertThat(settings.letterDeadline()).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void comesBackAsItWasWritten() throws Exception {
        String json =
                """
                {"id":"acme","version":3,"name":"Acme","timeZone":"Europe/Berlin",
                 "allowedOrigins":["https://acme.example"],"removeAddress":true,
                 "transcripts":{"enabled":true,"recipients":["a@acme.example"],"copyToVisitor":true},
                 "offline":{"recipients":["b@acme.example"]},"notify":"c@acme.example",
                 "mailTlsRequired":true,"letterDeadline":"PT2H"}
                """;
        AccountDocument document = read(json);
        AccountSettings settings = document.settings(ACME).withVersion(3);

        assertThat(AccountDocument.of(settings)).isEqualTo(document);
        assertThat(WireFormat.mapper().readTree(write(document)))
                .isEqualTo(WireFormat.mapper().readTree(json));
    }

    @Test
    void refusesAnOriginThatIsNone() throws Exception {
        AccountDocument document =
                read("{\"name\":\"Acme\",\"allowedOrigins\":[\"acme.example/shop\"]}");

        assertThatThrownBy(() -> AccountResource.settings(document, ACME))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void printsNoAddress() throws Exception {
        assertThat(read("{\"name\":\"Acme\",\"notify\":\"c@acme.example\"}").toString())
                .doesNotContain("acme.example");
    }

    private static AccountDocument read(String json) throws Exception {
        return WireFormat.mapper().readValue(json, AccountDocument.class);
    }

    private static String write(AccountDocument document) throws Exception {
        return WireFormat.mapper().writeValueAsString(document);
    }
}
