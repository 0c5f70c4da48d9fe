package org.lethe.gdpr.opendsr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.lethe.gdpr.subject.Ids.ACME;
import static org.lethe.gdpr.subject.Ids.GLOBEX;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.VisitId;
import org.lethe.contracts.personal.DetailName;
import org.lethe.contracts.personal.DetailText;
import org.lethe.contracts.personal.EmailAddress;
import org.lethe.contracts.subject.Identifier;
import org.lethe.gdpr.opendsr.OpenDsrError.Objection;
import org.lethe.gdpr.request.FakeRequestStore;
import org.lethe.gdpr.request.Progress;
import org.lethe.gdpr.request.RequestType;
import org.lethe.gdpr.request.SubjectRequest;
import org.lethe.gdpr.selector.MarkedDetails;
import org.lethe.gdpr.selector.SelectorReader;
import org.lethe.gdpr.subject.AnyOf;
import org.lethe.gdpr.subject.Ids;
import org.lethe.gdpr.subject.Match;
import org.lethe.runtime.problem.Refusal;

class RequestReaderTest {

    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-01-02T03:04:05Z"), ZoneOffset.UTC);
    private static final String ID = "a7551968-d5d6-44b2-9831-815ac9017798";

    private static final DetailName NUMBER = DetailName.of("number");
    private static final MarkedDetails MARKED =
            account -> account.equals(ACME) ? Set.of(NUMBER) : Set.of();

    private final VisitId visit = Ids.visit();
    private final OpenDsrSettings config = config("acme=https://privacy.acme.example:8443");
    private final RequestReader reader =
            new RequestReader(
                    config,
                    new SubjectReader(config, new SelectorReader(MARKED)),
                    new CallbackOrigins(config),
                    new FakeRequestStore(CLOCK),
                    CLOCK);

    @Test
    void readsARequestByItsExtension() {
        SubjectRequest read = read(ACME, body("erasure", extension()));

        assertThat(read.id().value()).isEqualTo(ID);
        assertThat(read.type()).isEqualTo(RequestType.ERASURE);
        assertThat(read.selectors().visits()).containsExactly(visit);
        assertThat(read.callbacks()).isEmpty();
        assertThat(read.scope()).isEqualTo(read.id().scope(ACME, "t3st"));
        assertThat(read.received()).isEqualTo(CLOCK.instant());
        assertThat(read.progress()).isEqualTo(new Progress.Received());
    }

    @Test
    void readsIdentities() {
        String identities =
                identities(
                        identity("email", "raw", "\"Mia@Visitor.example\""),
                        identity("controller_customer_id", "raw", "\"4711\""));

        SubjectRequest read = read(ACME, body("erasure", identities));

        assertThat(read.selectors().match()).isEqualTo(Match.ANY);
        assertThat(read.selectors().identifiers())
                .containsExactlyInAnyOrder(
                        AnyOf.one(new Identifier.Email(EmailAddress.of("Mia@Visitor.example"))),
                        AnyOf.one(new Identifier.Detail(NUMBER, DetailText.of("4711"))));
    }

    @Test
    void readsWhatOpenDsrHasNoTypeFor() {
        String extension =
                """
                "extensions":{"lethe.example":{"match":"all","addresses":["192.0.2.7"],
                 "networks":["198.51.100.0/24"],"references":["7K3F9-QXM2D"],
                 "details":[{"name":"number","value":"4711"}],"confirmation":"token"}}\
                """;

        RequestReader.Reading read = reading(ACME, body("erasure", extension));

        assertThat(read.confirmation()).isEqualTo("token");
        assertThat(read.request().selectors().match()).isEqualTo(Match.ALL);
        assertThat(read.request().selectors().identifiers()).hasSize(4);
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
        String body =
                body("erasure", identities(identity(type, format, "\"x\"")) + "," + extension());

        OpenDsrError.Detail detail = refused(ACME, body).getFirst();

        assertThat(detail.reason()).isEqualTo(reason);
        assertThat(detail.selectors()).contains(Set.of(told));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"mia\"", "7", "null", "{}", "[\"mia@visitor.example\"]"})
    void refusesAnIdentityThatIsNone(String value) {
        String identities = identities(identity("email", "raw", value));

        OpenDsrError.Detail detail =
                refused(ACME, body("erasure", identities + "," + extension())).getFirst();

        assertThat(detail.reason()).isEqualTo(Objection.INVALID_SELECTOR);
        assertThat(detail.selectors()).contains(Set.of("email"));
    }

    @Test
    void refusesACustomersNumberWhereTheAccountMarkedNoDetail() {
        String identities = identities(identity("controller_customer_id", "raw", "\"4711\""));

        OpenDsrError.Detail detail = refused(GLOBEX, body("erasure", identities)).getFirst();

        assertThat(detail.reason()).isEqualTo(Objection.UNMARKED_DETAIL);
        assertThat(detail.selectors()).contains(Set.of("controller_customer_id"));
    }

    @Test
    void refusesASelectorThatItDoesNotUnderstandByName() {
        String extension =
                """
                "extensions":{"lethe.example":{"visits":["%s"],"phones":["canary"],
                 "canary@visitor.example":[]}}\
                """
                        .formatted(visit.value());

        OpenDsrError.Detail detail = refused(ACME, body("erasure", extension)).getFirst();

        assertThat(detail.reason()).isEqualTo(Objection.UNKNOWN_SELECTOR);
        assertThat(detail.selectors()).contains(Set.of("phones", "?"));
    }

    @Test
    void refusesASelectorOfAnotherShapeByName() {
        String extension =
                "\"extensions\":{\"lethe.example\":{\"emails\":\"mia@visitor.example\"}}";

        OpenDsrError.Detail detail = refused(ACME, body("erasure", extension)).getFirst();

        assertThat(detail.reason()).isEqualTo(Objection.INVALID_SELECTOR);
        assertThat(detail.selectors()).contains(Set.of("emails"));
    }

    @Test
    void passesOverTheExtensionsOfOtherProcessors() {
        String extensions =
                """
                "extensions":{"other.example":{"visits":7,"mpids":[1234567890]},
                 "another.example":"text","lethe.example":{"visits":["%s"]}}\
                """
                        .formatted(visit.value());

        assertThat(read(ACME, body("erasure", extensions)).selectors().visits())
                .containsExactly(visit);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"visits\":[]}", "{\"visits\":null,\"chats\":[]}"})
    void refusesARequestThatNamesNobody(String extension) {
        String body = body("erasure", "\"extensions\":{\"lethe.example\":" + extension + "}");

        assertThat(objections(ACME, body)).containsExactly(Objection.NO_SUBJECT);
    }

    @Test
    void objectsToAllThatIsWrongAtOnce() {
        String body =
                """
                {"subject_request_id":"X","subject_request_type":"sale","regulation":"none",
                 "submitted_time":"yesterday","api_version":"1.0",
                 "extensions":{"lethe.example":{"chats":["%s"]}}}\
                """
                        .formatted(visit.value());

        assertThat(objections(ACME, body))
                .containsExactly(
                        Objection.INVALID_REGULATION,
                        Objection.INVALID_REQUEST_ID,
                        Objection.INVALID_REQUEST_TYPE,
                        Objection.INVALID_SUBMITTED_TIME,
                        Objection.UNSUPPORTED_VERSION,
                        Objection.INVALID_SELECTOR,
                        Objection.NO_SUBJECT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "null", "{", "\"text\"", "{\"extensions\":7}"})
    void refusesWhatIsNoRequest(String body) {
        assertThat(objections(ACME, body)).isNotEmpty();
    }

    @Test
    void takesCallbacksAtRegisteredOriginsOnly() {
        String registered = callback("https://privacy.acme.example:8443/dsr?x=1");

        assertThat(read(ACME, body("access", registered + extension())).callbacks())
                .containsExactly(URI.create("https://privacy.acme.example:8443/dsr?x=1"));
        assertThat(objections(GLOBEX, body("access", registered + extension())))
                .containsExactly(Objection.UNREGISTERED_CALLBACK);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://privacy.acme.example/",
                "http://privacy.acme.example:8443/",
                "https://privacy.acme.example:8443.evil.example/",
                "https://privacy.acme.example:8443@evil.example/",
                "https://user@privacy.acme.example:8443/",
                "file:///etc/passwd",
                "//privacy.acme.example:8443/",
                "not a url"
            })
    void refusesEveryOtherCallback(String url) {
        assertThat(objections(ACME, body("access", callback(url) + extension())))
                .containsExactly(Objection.UNREGISTERED_CALLBACK);
    }

    private List<Objection> objections(AccountId account, String body) {
        return refused(account, body).stream().map(OpenDsrError.Detail::reason).toList();
    }

    private List<OpenDsrError.Detail> refused(AccountId account, String body) {
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> read(account, body));
        return ((OpenDsrError) refusal.details().orElseThrow()).errors();
    }

    private SubjectRequest read(AccountId account, String body) {
        return reading(account, body).request();
    }

    private RequestReader.Reading reading(AccountId account, String body) {
        return reader.read(account, body.getBytes(StandardCharsets.UTF_8));
    }

    private static String identities(String... identities) {
        return "\"subject_identities\":[" + String.join(",", identities) + "]";
    }

    private static String identity(String type, String format, String value) {
        return """
        {"identity_type":"%s","identity_format":"%s","identity_value":%s}\
        """
                .formatted(type, format, value);
    }

    private static String body(String type, String rest) {
        return """
        {"regulation":"gdpr","subject_request_id":"%s","subject_request_type":"%s",
         "submitted_time":"2026-01-02T03:04:05Z","api_version":"2.0",%s}\
        """
                .formatted(ID, type, rest);
    }

    private String extension() {
        return "\"extensions\":{\"lethe.example\":{\"visits\":[\"" + visit.value() + "\"]}}";
    }

    private static String callback(String url) {
        return "\"status_callback_urls\":[\"" + url + "\"],";
    }

    private static OpenDsrSettings config(String callbackOrigin) {
        return new OpenDsrSettings() {
            @Override
            public String domain() {
                return "lethe.example";
            }

            @Override
            public URI publicUrl() {
                return URI.create("https://chat.lethe.example");
            }

            @Override
            public Optional<URI> certificateUrl() {
                return Optional.empty();
            }

            @Override
            public Optional<List<String>> callbackOrigins() {
                return Optional.of(List.of(callbackOrigin));
            }

            @Override
            public Duration callbackTimeout() {
                return Duration.ofSeconds(1);
            }

            @Override
            public int callbackAttempts() {
                return 1;
            }
        };
    }
}
