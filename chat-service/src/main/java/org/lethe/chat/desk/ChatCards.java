package org.lethe.chat.desk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.lethe.chat.conversation.ChatStore;
import org.lethe.chat.conversation.OpenChat;
import org.lethe.contracts.chat.ChatForm;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.scope.Whereabouts;
import org.lethe.privacy.redis.StoreUnavailableException;
import org.lethe.privacy.vault.Lookup;

/** Reads what operators see of a visitor. */
@ApplicationScoped
class ChatCards {
    private final ChatStore store;

    @Inject
    ChatCards(ChatStore store) {
        this.store = store;
    }

    /** Empty when the chat is gone, or can't be read now. */
    Optional<ChatCard> read(ChatId chat) {
        return switch (store.lookup(chat)) {
            case Lookup.Open found -> {
                try (OpenChat open = OpenChat.of(chat, found)) {
                    yield Optional.of(read(open));
                } catch (StoreUnavailableException e) {
                    yield Optional.empty();
                }
            }
            case Lookup.Destroyed ignored -> Optional.empty();
            case Lookup.Unavailable ignored -> Optional.empty();
        };
    }

    private ChatCard read(OpenChat chat) {
        Optional<ChatForm> form = store.form(chat.id()).flatMap(chat.seal()::openForm);
        Optional<Whereabouts> from = store.address(chat.id()).flatMap(chat.seal()::openAddress);
        return new ChatCard(
                form.map(ChatForm::name).orElse(ChatForm.GUEST),
                form.map(ChatForm::email).orElse(null),
                form.map(ChatForm::question).orElse(null),
                from.map(Whereabouts::address).orElse(null),
                from.map(Whereabouts::host).orElse(null));
    }
}
