package org.lethe.contracts.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lethe.contracts.Examples;
import org.lethe.contracts.Golden;

class EventCodecTest {

    @Test
    void knowsAnExampleOfEachType() {
        assertThat(EventExamples.ALL)
                .extracting(Event::eventType)
                .containsExactlyInAnyOrderElementsOf(Arrays.asList(EventType.values()));
    }

    @ParameterizedTest
    @MethodSource("envelopes")
    void writesTheGoldenForm(CloudEvent envelope) {
        Golden.assertWire(golden(envelope), envelope);
    }

    @ParameterizedTest
    @MethodSource("envelopes")
    void readsTheGoldenForm(CloudEvent envelope) {
        assertThat(EventCodec.decode(Golden.read(golden(envelope))))
                .isEqualTo(new Decoded.Understood(envelope));
    }

    @ParameterizedTest
    @MethodSource("envelopes")
    void readsWhatItWrote(CloudEvent envelope) {
        assertThat(EventCodec.decode(EventCodec.encode(envelope)))
                .isEqualTo(new Decoded.Understood(envelope));
        assertThat(EventCodec.event(envelope.type(), EventCodec.data(envelope.data())))
                .isEqualTo(envelope.data());
    }

    @Test
    void tellsAnUnknownTypeFromNonsense() {
        String known = text(EventCodec.encode(envelope(EventExamples.ALL.getFirst())));
        String unknown = known.replace("org.lethe.visit.started.v1", "org.lethe.visit.started.v9");

        assertThat(EventCodec.decode(bytes(unknown)))
                .isEqualTo(new Decoded.Refused(Decoded.Reason.UNKNOWN_TYPE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "7", "[]", "{}", "{\"type\":3}", "\u0000", "{\"type\":"})
    void refusesNonsense(String nonsense) {
        assertThat(EventCodec.decode(bytes(nonsense)))
                .isEqualTo(new Decoded.Refused(Decoded.Reason.MALFORMED));
    }

    @Test
    void refusesEachPartThatIsMissingOrOfAnotherKind() {
        String whole = text(EventCodec.encode(envelope(EventExamples.ALL.get(1))));
        List<String> broken =
                List.of(
                        whole.replace("\"specversion\":\"1.0\"", "\"specversion\":\"2.0\""),
                        whole.replace("\"id\":\"k3f9-s17-1-0\",", ""),
                        whole.replace("\"source\":", "\"sauce\":"),
                        whole.replace("\"subject\":\"v17", "\"subject\":\"v18"),
                        whole.replace("\"time\":\"2026", "\"time\":\"soon"),
                        whole.replace(",\"reason\":\"left\"", ""),
                        whole.replace("\"reason\":\"left\"", "\"reason\":null"),
                        whole.replace("\"reason\":\"left\"", "\"reason\":\"bored\""),
                        whole.replace("\"visit\":\"v17", "\"visit\":\"c17"));

        assertThat(broken)
                .doesNotContain(whole)
                .allSatisfy(each ->
                        assertThat(EventCodec.decode(bytes(each)))
                                .isEqualTo(new Decoded.Refused(Decoded.Reason.MALFORMED)));
    }

    @Test
    void ignoresWhatALaterVersionAdded() {
        CloudEvent envelope = envelope(EventExamples.ALL.getFirst());
        String later =
                text(EventCodec.encode(envelope))
                        .replace("\"data\":{", "\"traceparent\":\"00-1\",\"data\":{\"new\":[1],");

        assertThat(EventCodec.decode(bytes(later))).isEqualTo(new Decoded.Understood(envelope));
    }

    @Test
    void doesNotQuoteWhatItRefuses() {
        assertThatThrownBy(
                        () -> EventCodec.event(EventType.VISIT_STARTED, "{\"visit\":\"secret\"}"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasNoCause()
                .hasMessageNotContaining("secret");
    }

    static Stream<CloudEvent> envelopes() {
        return EventExamples.ALL.stream().map(EventCodecTest::envelope);
    }

    private static CloudEvent envelope(Event event) {
        return CloudEvent.of("k3f9-s17-1-0", "/lethe/chat-service", Examples.AT, event);
    }

    private static String golden(CloudEvent envelope) {
        return "events/" + envelope.type().type();
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
