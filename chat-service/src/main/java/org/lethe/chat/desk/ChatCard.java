package org.lethe.chat.desk;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lethe.chat.conversation.ChatStore;
import org.lethe.chat.conversation.OpenChat;
import org.lethe.contracts.chat.ChatForm;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.personal.ClientAddress;
import org.lethe.contracts.personal.EmailAddress;
import org.lethe.contracts.personal.HostName;
import org.lethe.contracts.personal.PersonName;
import org.lethe.contracts.personal.QuestionText;
import org.lethe.contracts.scope.Whereabouts;
import org.lethe.privacy.redis.StoreUnavailableException;
import org.lethe.runtime.problem.Refusal;

/** What operators see of a visitor who waits or chats; kept while the chat is on the board. */
public record ChatCard(
        PersonName name,
        @Nullable EmailAddress email,
        @Nullable QuestionText question,
        @Nullable ClientAddress address,
        @Nullable HostName host) {

    /** Empty when the chat is gone, or can't be read now. */
    static Optional<ChatCard> read(ChatStore store, ChatId chat) {
        try {
            return store.whileOpen(chat, open -> of(open, store));
        } catch (StoreUnavailableException | Refusal e) {
            return Optional.empty();
        }
    }

    private static ChatCard of(OpenChat chat, ChatStore store) {
        Optional<ChatForm> form = store.form(chat.id()).flatMap(chat.seal()::openForm);
        Optional<Whereabouts> from = store.address(chat.id()).flatMap(chat.seal()::openAddress);
        return new ChatCard(
                form.map(ChatForm::name).orElse(ChatForm.GUEST),
                form.map(ChatForm::email).orElse(null),
                form.map(ChatForm::question).orElse(null),
                from.map(Whereabouts::address).orElse(null),
                from.map(Whereabouts::host).orElse(null));
    }

    ChatCard withoutAddress() {
        return new ChatCard(name, email, question, null, null);
    }
}
