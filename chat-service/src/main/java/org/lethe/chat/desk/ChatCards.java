package org.lethe.chat.desk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lethe.contracts.chat.ChatForm;
import org.lethe.chat.conversation.ChatLookup;
import org.lethe.chat.conversation.ChatStore;
import org.lethe.chat.conversation.OpenChat;
import org.lethe.contracts.scope.Whereabouts;
import org.lethe.contracts.frame.PersonalText;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.personal.PersonalData;
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
        Optional<Whereabouts> from = store.address(chat.id()).flatMap(chat.seal()::openAddress);
        return new ChatCard(
                form.map(filled -> PersonalText.of(filled.name().reveal())).orElse(ChatForm.GUEST),
                text(form.map(ChatForm::email)),
                text(form.map(ChatForm::question)),
                text(from.map(Whereabouts::address)),
                text(from.map(Whereabouts::host)));
    }

    private static @Nullable PersonalText text(Optional<? extends PersonalData> data) {
        return data.map(present -> PersonalText.of(present.reveal())).orElse(null);
    }
}
