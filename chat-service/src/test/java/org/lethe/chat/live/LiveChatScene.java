package org.lethe.chat.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.lethe.chat.InMemory;
import org.lethe.chat.conversation.ChatSeal;
import org.lethe.chat.conversation.ChatStore;
import org.lethe.contracts.chat.Author;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.id.ClientMessageId;
import org.lethe.contracts.personal.MessageText;
import org.lethe.contracts.personal.PersonName;
import org.lethe.privacy.vault.Lookup;

/** A chat that waits, and who sits in it. */
abstract class LiveChatScene {

    static final Author ANNA = new Author.Operator(InMemory.ANNA);
    static final PersonName ANNAS_NAME = PersonName.of("Anna");

    final InMemory memory = new InMemory();
    final ChatId chat = memory.queued();
    final LiveChats chats = TestLive.chats(memory, Map.of("lethe.limits.messages", "450 in 15s"));
    final HeardChat heard = new HeardChat();

    Seat visitor(ChatListener listener, long after) {
        return chats.join(chat, visitor(), listener, after);
    }

    Seat operator(ChatListener listener) {
        return chats.join(chat, anna(), listener, 0);
    }

    void accept() {
        try (var seal = new ChatSeal(((Lookup.Open) memory.store.lookup(chat)).cipher())) {
            memory.store.accept(
                    chat, InMemory.ACME, InMemory.ANNA, seal.sealOperatorName(ANNAS_NAME));
        }
    }

    static ChatStore.Stored say(Seat seat, int number) {
        var id = ClientMessageId.of("message-%04d".formatted(number));
        return seat.send(id, MessageText.of("line " + number), null);
    }

    void assertForgotten() {
        assertThat(chats.count()).isZero();
        assertThat(memory.store.heldKeys()).isZero();
    }

    private Occupant visitor() {
        return chats.occupant(Author.VISITOR, null, TestLive.visitor(chat));
    }

    private Occupant anna() {
        return chats.occupant(ANNA, ANNAS_NAME, TestLive.operator(InMemory.ANNA));
    }
}
