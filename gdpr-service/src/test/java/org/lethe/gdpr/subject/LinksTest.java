package org.lethe.gdpr.subject;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.id.VisitId;

class LinksTest {

    private final VisitId visit = Ids.visit();
    private final ChatId chat = Ids.chat();
    private final ChatId ended = Ids.chat();

    @Test
    void leadsFromAChatToItsVisit() {
        assertThat(SealedSubjectVault.links(Map.of("visit", visit.value()))).containsExactly(visit);
    }

    @Test
    void leadsFromAVisitToAllItsChats() {
        assertThat(
                        SealedSubjectVault.links(
                                Map.of(
                                        "chat",
                                        chat.value(),
                                        "chats",
                                        ended.value() + " " + chat.value())))
                .containsExactly(chat, ended);
    }

    @Test
    void leadsNowhereFromAVisitWithoutAChat() {
        assertThat(SealedSubjectVault.links(Map.of("chat", "", "chats", ""))).isEmpty();
        assertThat(SealedSubjectVault.links(Map.of())).isEmpty();
    }

    @Test
    void passesOverWhatIsNoId() {
        String chats = "x  " + visit.value() + " " + ended.value();

        assertThat(SealedSubjectVault.links(Map.of("chat", "nothing", "chats", chats)))
                .containsExactly(ended);
    }
}
