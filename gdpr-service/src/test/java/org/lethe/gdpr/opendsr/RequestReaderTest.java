package org.lethe.gdpr.opendsr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.lethe.gdpr.subject.Ids.ACME;
import static org.lethe.gdpr.subject.Ids.GLOBEX;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lethe.contracts.event.ActingRole;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.OperatorId;
import org.lethe.contracts.id.VisitId;
import org.lethe.contracts.personal.DetailName;
import org.lethe.gdpr.notice.TestNotices;
import org.lethe.gdpr.opendsr.OpenDsrError.Objection;
import org.lethe.gdpr.processor.OpenDsrSettings;
import org.lethe.gdpr.processor.TestOpenDsr;
import org.lethe.gdpr.request.Author;
import org.lethe.gdpr.request.FakeRequestStore;
import org.lethe.gdpr.request.Progress;
import org.lethe.gdpr.request.RequestType;
import org.lethe.gdpr.request.SubjectRequest;
import org.lethe.gdpr.selector.SelectorReader;
import org.lethe.gdpr.subject.Ids;
import org.lethe.runtime.problem.Refusal;

class RequestReaderTest {

    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final Author OFFICER = new Author(ActingRole.PRIVACY_OFFICER, NOW);
    private static final Author SARA =
            new Author(
                    ActingRole.STAFF, NOW, new OperatorId("6f1f4b0e-2c57-4c0a-9f58-0a1f3d2b4c5d"));
    private static final String ID = "a7551968-d5d6-44b2-9831-815ac9017798";

    private final VisitId visit = Ids.visit();
    private final OpenDsrSettings config = new TestOpenDsr("acme=https://privacy.acme.example");
    private final RequestReader reader =
            new RequestReader(
                    config,
                    new SubjectReader(config, new SelectorReader(RequestReaderTest::marked)),
                    TestNotices.origins(config),
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
        assertThat(read.received()).isEqualTo(NOW);
        assertThat(read.progress()).isEqualTo(new Progress.Received());
    }

    @Test
    void readsTheConfirmation() {
        String extension =
                """
                "extensions":{"lethe.example":{"visits":["%s"],"confirmation":"token"}}\
                """
                        .formatted(visit.value());

        assertThat(reading(ACME, body("erasure", extension)).confirmation()).isEqualTo("token");
        assertThat(reading(ACME, body("erasure", extension())).confirmation()).isNull();
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
        String registered = callback("https://privacy.acme.example/dsr?x=1");

        assertThat(read(ACME, body("access", registered + extension())).callbacks())
                .containsExactly(URI.create("https://privacy.acme.example/dsr?x=1"));
        assertThat(objections(GLOBEX, body("access", registered + extension())))
                .containsExactly(Objection.UNREGISTERED_CALLBACK);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://privacy.acme.example:8443/",
                "http://privacy.acme.example/",
                "https://privacy.acme.example.evil.example/",
                "https://privacy.acme.example@evil.example/",
                "https://user@privacy.acme.example/",
                "file:///etc/passwd",
                "//privacy.acme.example/",
                "not a url"
            })
    void refusesEveryOtherCallback(String url) {
        assertThat(objections(ACME, body("access", callback(url) + extension())))
                .containsExactly(Objection.UNREGISTERED_CALLBACK);
    }

    /** One that has marked a detail and registered an origin, one that has not, and none. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"details\":[{\"name\":\"number\",\"value\":\"4711\"}]",
                "\"customerIds\":[\"4711\"]",
                "\"emails\":[\"mia@visitor.example\"]"
            })
    void answersWhoMayNotActAloneAlikeForEveryAccount(String selector) {
        String named = "\"extensions\":{\"lethe.example\":{" + selector + "}}";
        String body = body("erasure", callback("https://privacy.acme.example/dsr?x=1") + named);

        List<OpenDsrError.Detail> known = refused(ACME, SARA, body);

        assertThat(known)
                .extracting(OpenDsrError.Detail::reason)
                .contains(Objection.UNREGISTERED_CALLBACK);
        assertThat(refused(GLOBEX, SARA, body)).isEqualTo(known);
        assertThat(refused(new AccountId("never-was"), SARA, body)).isEqualTo(known);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"details\":[{\"name\":\"number\",\"value\":\"4711\"}]",
                "\"customerIds\":[\"4711\"]"
            })
    void letsWhoMayNotActAloneNameNoDetail(String selector) {
        String body = body("erasure", "\"extensions\":{\"lethe.example\":{" + selector + "}}");

        assertThat(read(ACME, body).selectors().identifiers()).hasSize(1);
        assertThat(refused(ACME, SARA, body))
                .extracting(OpenDsrError.Detail::reason)
                .contains(Objection.UNMARKED_DETAIL);
    }

    @Test
    void takesWhatStaffAskForAsWaiting() {
        SubjectRequest asked = reading(ACME, SARA, body("erasure", extension())).request();

        assertThat(asked.progress()).isEqualTo(new Progress.Unconfirmed());
        assertThat(asked.petitioner()).contains(SARA.petitioner());
    }

    private static Set<DetailName> marked(AccountId account) {
        return account.equals(ACME) ? Set.of(DetailName.of("number")) : Set.of();
    }

    private List<Objection> objections(AccountId account, String body) {
        return refused(account, body).stream().map(OpenDsrError.Detail::reason).toList();
    }

    private List<OpenDsrError.Detail> refused(AccountId account, String body) {
        return refused(account, OFFICER, body);
    }

    private List<OpenDsrError.Detail> refused(AccountId account, Author by, String body) {
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> reading(account, by, body));
        return ((OpenDsrError) refusal.details().orElseThrow()).errors();
    }

    private SubjectRequest read(AccountId account, String body) {
        return reading(account, body).request();
    }

    private RequestReader.Reading reading(AccountId account, String body) {
        return reading(account, OFFICER, body);
    }

    private RequestReader.Reading reading(AccountId account, Author by, String body) {
        return reader.read(account, by, body.getBytes(StandardCharsets.UTF_8));
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
}
