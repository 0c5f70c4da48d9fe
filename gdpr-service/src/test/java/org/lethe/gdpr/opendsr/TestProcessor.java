package org.lethe.gdpr.opendsr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lethe.gdpr.subject.Ids.ACME;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.lethe.contracts.WireFormat;
import org.lethe.contracts.event.ServiceName;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.ErasureId;
import org.lethe.contracts.id.OperatorId;
import org.lethe.contracts.id.ScopeId;
import org.lethe.contracts.personal.PersonName;
import org.lethe.gdpr.find.Confirmations;
import org.lethe.gdpr.fulfilment.TestConfig;
import org.lethe.gdpr.fulfilment.TestErasure;
import org.lethe.gdpr.ledger.FakeLedger;
import org.lethe.gdpr.notice.TestNotices;
import org.lethe.gdpr.processor.ForeignClient;
import org.lethe.gdpr.processor.TestCertificate;
import org.lethe.gdpr.processor.TestOpenDsr;
import org.lethe.gdpr.request.Acknowledgements.Round;
import org.lethe.gdpr.request.FakeRequestStore;
import org.lethe.gdpr.request.RequestId;
import org.lethe.gdpr.selector.SelectorReader;
import org.lethe.gdpr.subject.FakeSubjectVault;
import org.lethe.privacy.seal.KeyEncryption;
import org.lethe.runtime.caller.Caller;
import org.lethe.runtime.caller.CurrentCaller;
import org.lethe.runtime.caller.Role;

/**
 * The whole of OpenDSR on stores in memory, asked by account acme's officer unless somebody else is
 * named.
 */
final class TestProcessor {

    static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

    static final Caller OFFICER =
            new Caller.Operator(
                    ACME,
                    new OperatorId(UUID.randomUUID().toString()),
                    new PersonName("Olivia"),
                    EnumSet.of(Role.PRIVACY_OFFICER));

    private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    private final TestOpenDsr settings = new TestOpenDsr("acme=https://privacy.acme.example");
    private final FakeRequestStore store = new FakeRequestStore(clock);
    private final FakeSubjectVault vault = new FakeSubjectVault(clock);
    private final TestCertificate certificate;
    private final RequestsResource requests;
    private final DiscoveryResource discovery;
    private final OfAcme caller = new OfAcme();

    TestProcessor(TestCertificate certificate, KeyEncryption kek) {
        this.certificate = certificate;
        var answers = new Answers(settings, new TestConfig(), certificate.signer());
        var callbacks = new Callbacks(answers);
        var ledger = new FakeLedger();
        var submitted = TestErasure.on(store, vault, ledger, clock, callbacks);
        this.discovery = new DiscoveryResource(settings, answers);
        this.requests =
                new RequestsResource(
                        new RequestReader(
                                settings,
                                new SubjectReader(settings, new SelectorReader(_ -> Set.of())),
                                TestNotices.origins(settings),
                                store,
                                clock),
                        TestErasure.confirmed(
                                submitted, vault, ledger, clock, new Confirmations(kek, clock)),
                        submitted,
                        TestErasure.access(store, vault, ledger, clock, callbacks),
                        answers,
                        caller,
                        clock);
    }

    /** Has somebody else ask from now on. */
    void askedBy(Caller other) {
        caller.present = other;
    }

    void hold(ScopeId scope) {
        vault.open(ACME, scope);
    }

    Answer discover() {
        return answer(discovery.discover());
    }

    Answer submit(String body) {
        return answer(requests.submit(body.getBytes(StandardCharsets.UTF_8)));
    }

    Answer status(String id) {
        return answer(requests.status(id));
    }

    Answer cancel(String id) {
        return answer(requests.cancel(id));
    }

    Answer results(String id) {
        return answer(requests.results(id));
    }

    Answer acknowledge(String id) {
        return answer(requests.acknowledge(id));
    }

    /** All services say that nothing is left; the request is taken up when it is sent again. */
    void answerOfAllServices(String id) {
        ErasureId scope = store.scopeOf(ACME, new RequestId(id));
        for (ServiceName service : EnumSet.complementOf(EnumSet.of(ServiceName.GDPR_SERVICE))) {
            store.acknowledge(new Round(scope, 0), service, Map.of());
        }
    }

    /** What acme is to be told, in its order. */
    List<JsonNode> callbacks() {
        return store.noticed().stream().map(notice -> json(notice.message())).toList();
    }

    FakeRequestStore store() {
        return store;
    }

    /** No answer leaves without both headers, which verify. */
    private Answer answer(Response response) {
        byte[] body = response.hasEntity() ? (byte[]) response.getEntity() : new byte[0];
        assertThat(response.getHeaderString("X-OpenDSR-Processor-Domain"))
                .isEqualTo("lethe.example");
        assertThat(
                        ForeignClient.trusts(
                                certificate.chain(),
                                "lethe.example",
                                body,
                                response.getHeaderString("X-OpenDSR-Signature")))
                .isTrue();
        String text = new String(body, StandardCharsets.UTF_8);
        return new Answer(response.getStatus(), text);
    }

    private static JsonNode json(String text) {
        try {
            return WireFormat.mapper().readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What came back. */
    record Answer(int status, String text) {

        JsonNode json() {
            return TestProcessor.json(text);
        }

        /** The reasons of a refusal. */
        List<String> reasons() {
            return json().at("/error/errors").findValuesAsText("reason");
        }
    }

    private static final class OfAcme extends CurrentCaller {

        private Caller present = OFFICER;

        @Override
        public Caller caller() {
            return present;
        }

        @Override
        public AccountId account() {
            return ACME;
        }
    }
}
