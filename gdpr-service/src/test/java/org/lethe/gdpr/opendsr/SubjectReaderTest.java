package org.lethe.gdpr.opendsr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lethe.gdpr.subject.Ids.ACME;
import static org.lethe.gdpr.subject.Ids.GLOBEX;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lethe.contracts.WireFormat;
import org.lethe.contracts.event.ActingRole;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.personal.DetailName;
import org.lethe.contracts.personal.DetailText;
import org.lethe.contracts.personal.EmailAddress;
import org.lethe.contracts.subject.Identifier;
import org.lethe.gdpr.opendsr.OpenDsrError.Objection;
import org.lethe.gdpr.processor.TestOpenDsr;
import org.lethe.gdpr.request.Author;
import org.lethe.gdpr.selector.SelectorReader;
import org.lethe.gdpr.subject.AnyOf;
import org.lethe.gdpr.subject.Match;
import org.lethe.gdpr.subject.Selectors;

/** Identities of OpenDSR, and what it has no type for. */
class SubjectReaderTest {

    private static final Author OFFICER =
            new Author(ActingRole.PRIVACY_OFFICER, Instant.parse("2026-01-02T03:04:05Z"));
    private static final DetailName NUMBER = DetailName.of("number");
    private static final AnyOf MIA =
            AnyOf.one(new Identifier.Email(EmailAddress.of("Mia@Visitor.example")));

    private final SubjectReader reader =
            new SubjectReader(
                    new TestOpenDsr("acme=https://privacy.acme.example"),
                    new SelectorReader(
                            account -> account.equals(ACME) ? Set.of(NUMBER) : Set.of()));
    private final Map<Objection, Set<String>> objections = new EnumMap<>(Objection.class);

    @Test
    void readsIdentities() {
        Selectors read =
                read(
                        ACME,
                        identity("email", "raw", "\"Mia@Visitor.example\"")
                                + ","
                                + identity("controller_customer_id", "raw", "\"4711\""),
                        "");

        assertThat(objections).isEmpty();
        assertThat(read.match()).isEqualTo(Match.ANY);
        assertThat(read.identifiers())
                .containsExactlyInAnyOrder(
                        MIA, AnyOf.one(new Identifier.Detail(NUMBER, DetailText.of("4711"))));
    }

    @Test
    void readsTheExtensionBesideThem() {
        String extension =
                """
                "match":"all","addresses":["192.0.2.7"],"networks":["198.51.100.0/24"],
                "references":["7K3F9-QXM2D"],"details":[{"name":"number","value":"4711"}]\
                """;

        Selectors read = read(ACME, identity("email", "raw", "\"Mia@Visitor.example\""), extension);

        assertThat(objections).isEmpty();
        assertThat(read.match()).isEqualTo(Match.ALL);
        assertThat(read.identifiers()).hasSize(5).contains(MIA);
    }

    @ParameterizedTest
    @CsvSource({
        "ios_vendor_id,raw,UNSUPPORTED_IDENTITY,ios_vendor_id",
        "ip_address,raw,UNSUPPORTED_IDENTITY,ip_address",
        "mia@visitor.example,raw,UNSUPPORTED_IDENTITY,?",
        "email,sha256,UNSUPPORTED_FORMAT,email",
        "controller_customer_id,md5,UNSUPPORTED_FORMAT,controller_customer_id"
    })
    void refusesAnIdentityByItsType(String type, String format, Objection reason, String told) {
        read(ACME, identity(type, format, "\"x\""), "\"references\":[\"7K3F9-QXM2D\"]");

        assertThat(objections).isEqualTo(Map.of(reason, Set.of(told)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"mia\"", "7", "null", "{}", "[\"mia@visitor.example\"]"})
    void refusesAnIdentityThatIsNone(String value) {
        read(ACME, identity("email", "raw", value), "\"references\":[\"7K3F9-QXM2D\"]");

        assertThat(objections).isEqualTo(Map.of(Objection.INVALID_SELECTOR, Set.of("email")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "{}", "{\"identity_value\":\"canary\"}"})
    void refusesAnIdentityWithoutAType(String identity) {
        read(ACME, identity, "\"references\":[\"7K3F9-QXM2D\"]");

        assertThat(objections).isEqualTo(Map.of(Objection.UNSUPPORTED_IDENTITY, Set.of("?")));
    }

    @Test
    void refusesACustomersNumberWhereTheAccountMarkedNoDetail() {
        read(
                GLOBEX,
                identity("controller_customer_id", "raw", "\"4711\""),
                "\"references\":[\"7K3F9-QXM2D\"]");

        assertThat(objections)
                .isEqualTo(Map.of(Objection.UNMARKED_DETAIL, Set.of("controller_customer_id")));
    }

    private Selectors read(AccountId account, String identities, String extension) {
        String json =
                "{\"subject_identities\":[%s],\"extensions\":{\"lethe.example\":{%s}}}"
                        .formatted(identities, extension);
        try {
            RequestBody body = WireFormat.mapper().readValue(json, RequestBody.class);
            return reader.read(account, OFFICER, body, objections);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static String identity(String type, String format, String value) {
        return """
        {"identity_type":"%s","identity_format":"%s","identity_value":%s}\
        """
                .formatted(type, format, value);
    }
}
