package org.lethe.gdpr.find;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lethe.contracts.WireFormat;
import org.lethe.contracts.id.ScopeId;
import org.lethe.gdpr.subject.FoundSubject;
import org.lethe.gdpr.subject.Ids;

class PreviewTest {

    private static final Instant EARLY = Instant.parse("2026-01-02T03:04:05Z");
    private static final Instant LATE = EARLY.plusSeconds(60);

    @Test
    void countsWhatIsHeldOfAll() {
        var one = new FoundSubject(opened(Ids.visit(), Ids.chat(), LATE));
        var other = new FoundSubject(opened(Ids.letter(), Ids.letter(), EARLY));

        assertThat(Preview.of(List.of(one, other), Optional.of("token")))
                .isEqualTo(new Preview(2, 1, 1, 2, Optional.of(EARLY), Optional.of("token")));
    }

    @Test
    void saysThatThereIsNothing() throws JsonProcessingException {
        Preview nothing = Preview.of(List.of(), Optional.empty());

        assertThat(WireFormat.mapper().writeValueAsString(nothing))
                .isEqualTo("{\"subjects\":0,\"visits\":0,\"chats\":0,\"letters\":0}");
    }

    private static Map<ScopeId, Instant> opened(ScopeId one, ScopeId other, Instant then) {
        return Map.of(one, LATE, other, then);
    }
}
