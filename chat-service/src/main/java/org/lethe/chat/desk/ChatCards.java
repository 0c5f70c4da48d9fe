package org.lethe.chat.desk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lethe.chat.conversation.ChatForm;
import org.lethe.chat.conversation.ChatStore;
import org.lethe.chat.conversation.OpenChat;
import org.lethe.chat.conversation.VisitorAddress;
import org.lethe.contracts.frame.PersonalText;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.personal.PersonalData;
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
        Optional<VisitorAddress> from = store.address(chat.id()).flatMap(chat.seal()::openAddress);
        return new ChatCard(
                form.map(filled -> PersonalText.of(filled.name().reveal())).orElse(ChatForm.GUEST),
                text(form.map(ChatForm::email)),
                text(form.map(ChatForm::question)),
                text(from.map(VisitorAddress::address)),
                text(from.map(VisitorAddress::host)));
    }

    private static @Nullable PersonalText text(Optional<? extends PersonalData> data) {
        return data.map(present -> PersonalText.of(present.reveal())).orElse(null);
    }
}
