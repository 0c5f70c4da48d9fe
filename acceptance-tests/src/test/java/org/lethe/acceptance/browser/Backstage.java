package org.lethe.acceptance.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import org.lethe.acceptance.client.Pause;
import org.lethe.acceptance.client.Persona;
import org.lethe.acceptance.client.VisitorClient;
import org.lethe.acceptance.forensics.StoreSearch;
import org.lethe.acceptance.journey.People;
import org.lethe.acceptance.journey.Receipts;
import org.lethe.stack.inbox.ReceivedMail;
import org.lethe.stack.layout.StackState;

/** What is checked behind the windows: the inbox, the stores, and what others can reach. */
record Backstage(StackState suite, People people, Duration patience) {

    /**
     * A third person gets none of a chat's files: neither with another chat's token, nor from
     * another account.
     */
    void getsNothing(String file) {
        Persona persona = Persona.of("somebody-else", "133.242.187.207");
        try (VisitorClient stranger = people.visitor(persona)) {
            stranger.openVisit();
            stranger.startChat();
            assertThat(people.gateway().get(file, stranger.chatToken()).status()).isEqualTo(404);
            stranger.end();
        }
        assertThat(people.gateway().get(file, people.token(People.OTHER_OPERATOR)).status())
                .isEqualTo(404);
    }

    /** What each page saved is signed, and is about the same chat with so many messages. */
    void verifies(List<String> receipts, int messages) {
        var anybody = new Receipts(people.gateway());
        List<JsonNode> claims = receipts.stream().map(anybody::verified).toList();
        assertThat(claims)
                .extracting(each -> each.path("jti").asText())
                .containsOnly(claims.getFirst().path("jti").asText());
        assertThat(claims)
                .extracting(each -> each.path("destroyed").path("messages").asInt())
                .containsOnly(messages);
    }

    void mailsArrive(String text, int count) {
        List<ReceivedMail> mails = people.awaitMails(text, count, patience);
        assertThat(mails).hasSize(count).allMatch(ReceivedMail::tls);
    }

    void nothingIsLeft(String scope, String word) {
        try (StoreSearch stores = new StoreSearch(suite, List.of(word))) {
            if (!scope.isEmpty()) {
                boolean gone =
                        Pause.until(patience, () -> stores.remains(List.of(scope)).isEmpty());
                assertThat(gone).as("remains: %s", stores.remains(List.of(scope))).isTrue();
            }
            assertThat(stores.words()).isEmpty();
        }
    }
}
