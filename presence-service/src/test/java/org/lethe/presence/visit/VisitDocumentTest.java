package org.lethe.presence.visit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lethe.contracts.WireFormat;
import org.lethe.contracts.frame.VisitClientFrame;
import org.lethe.contracts.frame.VisitorView.PageView;
import org.lethe.contracts.personal.ClientAddress;
import org.lethe.contracts.personal.DetailName;
import org.lethe.contracts.personal.DetailText;
import org.lethe.contracts.personal.HostName;
import org.lethe.contracts.personal.Location;
import org.lethe.contracts.personal.PageUrl;
import org.lethe.contracts.personal.Referrer;
import org.lethe.contracts.scope.Whereabouts;
import org.lethe.contracts.visit.ClientTraits;
import org.lethe.contracts.visit.PageTrail;
import org.lethe.contracts.visit.VisitDocument;

class VisitDocumentTest {

    private static final Instant NOW = Instant.parse("2026-01-01T10:00:00Z");

    private static final VisitDocument DOCUMENT = Sample.document();

    @Test
    void survivesBeingWrittenAndRead() throws JsonProcessingException {
        String json = WireFormat.mapper().writeValueAsString(DOCUMENT);

        assertThat(WireFormat.mapper().readValue(json, VisitDocument.class)).isEqualTo(DOCUMENT);
    }

    @Test
    void survivesWithNothingDerived() throws JsonProcessingException {
        VisitDocument bare =
                new VisitDocument(
                        NOW,
                        PageTrail.startingAt(page("start")),
                        null,
                        Location.unknown(),
                        ClientTraits.UNKNOWN,
                        Map.of(),
                        DOCUMENT.consent());
        String json = WireFormat.mapper().writeValueAsString(bare);

        assertThat(WireFormat.mapper().readValue(json, VisitDocument.class)).isEqualTo(bare);
    }

    @Test
    void keepsTheReferrerThatTheVisitCameFrom() {
        VisitDocument next =
                DOCUMENT.visiting(page("next"), Referrer.of("https://shop.example/start"));

        assertThat(next.referrer()).isEqualTo(DOCUMENT.referrer());
        assertThat(next.trail().current()).isEqualTo(page("next"));
    }

    @Test
    void knowsWhatTheSitePassesLater() {
        VisitDocument first = knowing(DOCUMENT, "{\"basket\":\"0\",\"name\":\"Mia\"}");
        VisitDocument later = knowing(first, "{\"basket\":360,\"name\":\"\",\"vip\":true}");

        assertThat(json(later.details()))
                .isEqualTo("{\"plan\":\"pro\",\"basket\":\"360\",\"vip\":\"true\"}");
        assertThat(knowing(later, "{\"basket\":360}")).isEqualTo(later);
        assertThat(later.trail()).isEqualTo(DOCUMENT.trail());
    }

    @Test
    void keepsNoMoreThanSoManyDetailsHoweverOftenTheyAreTold() {
        VisitDocument full = DOCUMENT;
        for (int at = 0; at < 2 * VisitDocument.MAX_DETAILS; at++) {
            full = knowing(full, "{\"k" + at + "\":\"" + "x".repeat(2_000) + "\"}");
        }
        assertThat(json(knowing(full, "{\"new\":1,\"k0\":\"\"}").details()))
                .as("what goes in the same frame makes room")
                .contains("\"new\":\"1\"")
                .doesNotContain("\"k0\"");
        VisitDocument changed = knowing(full, "{\"plan\":\"basic\",\"new\":1,\"\u200B\":2}");

        assertThat(changed.details())
                .hasSize(VisitDocument.MAX_DETAILS)
                .containsEntry(DetailName.of("plan"), DetailText.of("basic"))
                .doesNotContainKey(DetailName.of("new"))
                .allSatisfy((_, value) ->
                        assertThat(value.length()).isLessThanOrEqualTo(DetailText.MAX_LENGTH));
    }

    @Test
    void writesTheAddressAsText() throws JsonProcessingException {
        Whereabouts address =
                new Whereabouts(
                        ClientAddress.of("192.0.2.1"), HostName.of("host.visitors.example"));
        String json = WireFormat.mapper().writeValueAsString(address);

        assertThat(json)
                .isEqualTo("{\"address\":\"192.0.2.1\",\"host\":\"host.visitors.example\"}");
        assertThat(WireFormat.mapper().readValue(json, Whereabouts.class)).isEqualTo(address);
    }

    @Test
    void showsNothingOfItself() {
        assertThat(DOCUMENT.toString())
                .doesNotContain("London", "search.example", "Firefox", "pro", "start");
    }

    private static VisitDocument knowing(VisitDocument document, String told) {
        try {
            String frame = "{\"type\":\"details\",\"details\":" + told + "}";
            return document.knowing(
                    WireFormat.mapper().readValue(frame, VisitClientFrame.Details.class).details());
        } catch (JsonProcessingException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private static String json(Object value) {
        try {
            return WireFormat.mapper().writeValueAsString(value);
        } catch (JsonProcessingException unwritable) {
            throw new AssertionError(unwritable);
        }
    }

    private static PageView page(String name) {
        return new PageView(PageUrl.of("https://shop.example/" + name), null, NOW);
    }
}
