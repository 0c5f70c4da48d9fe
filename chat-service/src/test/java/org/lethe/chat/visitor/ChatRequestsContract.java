package org.lethe.chat.visitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lethe.chat.InMemory;
import org.lethe.chat.conversation.ChatSeal;
import org.lethe.chat.conversation.ChatStore;
import org.lethe.chat.conversation.OpenChat;
import org.lethe.contracts.event.ChatEvent.ChatRequested;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.id.VisitId;
import org.lethe.privacy.vault.Lookup;

/** What every place does where chats are opened and queued. */
abstract class ChatRequestsContract {

    abstract ChatRequests requests();

    /** Where the chats then are. */
    abstract ChatStore store();

    abstract void markErasing(ChatId chat);

    @Test
    void makesIdsThatAreNew() {
        assertThat(requests().newChat()).isNotEqualTo(requests().newChat());
    }

    @Test
    void opensAChatThatWaitsForNobodyYet() {
        ChatRequested chat = opened();

        assertThat(store().lookup(chat.chat()))
                .isInstanceOfSatisfying(
                        Lookup.Open.class,
                        found -> {
                            try (OpenChat open = OpenChat.of(chat.chat(), found)) {
                                assertThat(open.meta().state()).isEmpty();
                                assertThat(open.meta().visit()).isEqualTo(chat.visit());
                            }
                        });
        requests().discard(chat.chat());
    }

    @Test
    void queuesOnceAndKeepsTheForm() {
        ChatRequested chat = opened();

        assertThat(queue(chat)).isTrue();
        assertThat(queue(chat)).isTrue();

        assertThat(store().form(chat.chat())).isPresent();
        assertThat(store().openChats(InMemory.ACME)).contains(chat.chat());
        requests().discard(chat.chat());
    }

    @Test
    void queuesNothingThatAnErasureTook() {
        ChatRequested chat = opened();
        markErasing(chat.chat());

        assertThat(queue(chat)).isFalse();

        assertThat(store().form(chat.chat())).isEmpty();
        requests().discard(chat.chat());
    }

    @Test
    void takesAChatBackForGood() {
        ChatRequested chat = opened();
        ChatSeal seal = requests().open(chat);
        try (seal) {
            requests().discard(chat.chat());

            assertThat(requests().queue(chat, seal, InMemory.FORM, Optional.empty())).isFalse();
        }
        assertThat(store().vanished(List.of(chat.chat()))).containsExactly(chat.chat());
    }

    private ChatRequested opened() {
        var chat =
                new ChatRequested(
                        requests().newChat(),
                        InMemory.ACME,
                        VisitId.mint("a0z9", new SecureRandom()));
        requests().open(chat).close();
        return chat;
    }

    private boolean queue(ChatRequested chat) {
        try (ChatSeal seal = requests().open(chat)) {
            return requests().queue(chat, seal, InMemory.FORM, Optional.empty());
        }
    }
}
