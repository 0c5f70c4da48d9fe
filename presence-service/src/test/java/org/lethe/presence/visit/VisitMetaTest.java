package org.lethe.presence.visit;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.id.OperatorId;
import org.lethe.contracts.scope.Meta;

class VisitMetaTest {

    private static final ChatId CHAT = ChatId.mint("ep0c", new SecureRandom());
    private static final ChatId OTHER = ChatId.mint("ep0c", new SecureRandom());
    private static final OperatorId ANNA = new OperatorId("3f1c0d6e-52d4-4d0b-9a53-0c1a5a1d2f10");

    @Test
    void tellsWhoIsInThePresentChat() {
        VisitMeta meta = visit(Map.of("chat", CHAT.value(), "operator", CHAT + " " + ANNA.value()));

        assertThat(meta.chat()).contains(CHAT);
        assertThat(meta.operator()).contains(ANNA);
    }

    @Test
    void tellsNobodyWhoWasInAnotherChat() {
        String operator = CHAT + " " + ANNA.value();

        assertThat(visit(Map.of("chat", OTHER.value(), "operator", operator)).operator()).isEmpty();
        assertThat(visit(Map.of("operator", operator)).operator()).isEmpty();
        assertThat(visit(Map.of("chat", CHAT.value())).operator()).isEmpty();
    }

    @Test
    void isNotDisturbedByFieldsOfOtherServices() {
        VisitMeta meta = visit(Map.of("chats", CHAT + " " + OTHER));

        assertThat(meta.chat()).isEmpty();
        assertThat(meta.isLeaving()).isFalse();
    }

    private static VisitMeta visit(Map<String, String> fields) {
        return new VisitMeta(new Meta(fields));
    }
}
