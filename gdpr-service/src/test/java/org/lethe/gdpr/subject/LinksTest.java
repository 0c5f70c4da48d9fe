package org.lethe.gdpr.subject;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.id.ScopeId;
import org.lethe.contracts.id.VisitId;
import org.lethe.contracts.scope.Meta;

class LinksTest {

    private final VisitId visit = Ids.visit();
    private final ChatId chat = Ids.chat();
    private final ChatId ended = Ids.chat();

    @Test
    void leadsFromAChatToItsVisit() {
        assertThat(links(Map.of("visit", visit.value()))).containsExactly(visit);
    }

    @Test
    void leadsFromAVisitToAllItsChats() {
        assertThat(links(Map.of("chat", chat.value(), "chats", ended.value() + " " + chat.value())))
                .containsExactly(chat, ended);
    }

    @Test
    void leadsFromALetterToWhatItWasDerivedFrom() {
        assertThat(links(Map.of("origin", ended.value()))).containsExactly(ended);
    }

    @Test
    void leadsNowhereFromAVisitWithoutAChat() {
        assertThat(links(Map.of("chat", "", "chats", ""))).isEmpty();
        assertThat(links(Map.of())).isEmpty();
    }

    @Test
    void passesOverWhatIsNoId() {
        String chats = "x  " + visit.value() + " " + ended.value();

        assertThat(links(Map.of("chat", "nothing", "chats", chats))).containsExactly(ended);
    }

    private static Set<ScopeId> links(Map<String, String> fields) {
        return SealedSubjectVault.links(new Meta(fields));
    }
}
