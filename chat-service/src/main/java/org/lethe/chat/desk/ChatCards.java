package org.lethe.chat.desk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.lethe.chat.conversation.ChatForm;
import org.lethe.chat.conversation.ChatLookup;
import org.lethe.chat.conversation.ChatStore;
import org.lethe.chat.conversation.OpenChat;
import org.lethe.chat.conversation.VisitorAddress;
import org.lethe.contracts.id.ChatId;
import org.lethe.privacy.redis.StoreUnavailableException;

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
            case ChatLookup.Open(OpenChat open) -> {
                try (open) {
                    yield Optional.of(read(open));
                } catch (StoreUnavailableException e) {
                    yield Optional.empty();
                }
            }
            case ChatLookup.Gone ignored -> Optional.empty();
            case ChatLookup.Unavailable ignored -> Optional.empty();
        };
    }

    private ChatCard read(OpenChat chat) {
        Optional<ChatForm> form = store.form(chat.id()).flatMap(chat.seal()::openForm);
        Optional<VisitorAddress> from = store.address(chat.id()).flatMap(chat.seal()::openAddress);
        return new ChatCard(
                form.map(ChatForm::name).orElse(ChatForm.GUEST),
                form.map(ChatForm::email).orElse(null),
                form.map(ChatForm::question).orElse(null),
                from.map(VisitorAddress::address).orElse(null),
                from.map(VisitorAddress::host).orElse(null));
    }
}
