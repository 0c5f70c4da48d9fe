package org.lethe.chat.live;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lethe.chat.conversation.ChatChannels;
import org.lethe.chat.conversation.ChatSeal;
import org.lethe.chat.conversation.ChatStore;
import org.lethe.contracts.chat.Author;
import org.lethe.contracts.chat.MessageContent;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.contracts.frame.FileView;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.id.ClientMessageId;
import org.lethe.contracts.id.FileId;
import org.lethe.contracts.personal.MessageText;
import org.lethe.privacy.seal.ScopeGoneException;
import org.lethe.runtime.problem.Refusal;

/**
 * One socket's place in a chat: what its person does there. Knows no order but the store's: the
 * channel brings everything back.
 */
public final class Seat {
    private final LiveChat chat;
    private final ChatStore store;
    private final ChatChannels channels;
    private final Occupant occupant;
    private final ChatListener listener;

    Seat(
            LiveChat chat,
            ChatStore store,
            ChatChannels channels,
            Occupant occupant,
            ChatListener listener) {
        this.chat = chat;
        this.store = store;
        this.channels = channels;
        this.occupant = occupant;
        this.listener = listener;
    }

    public ChatId chat() {
        return chat.id();
    }

    /**
     * Sends a text, a file that was uploaded before, or both. Returns when the message is stored,
     * and survives whatever happens to this process, or refuses it.
     */
    public ChatStore.Stored send(
            ClientMessageId id, @Nullable MessageText text, @Nullable FileId file) {
        if (!occupant.messages().take()) {
            throw new Refusal(ErrorCode.TOO_MANY_REQUESTS);
        }
        Progress progress = chat.progress().orElseThrow(() -> new Refusal(ErrorCode.CHAT_ENDED));
        if (text == null && file == null) {
            throw new Refusal(ErrorCode.MALFORMED);
        }
        ChatSeal seal = progress.seal();
        var content =
                new MessageContent(
                        Optional.ofNullable(occupant.name()).orElseGet(progress::visitorName),
                        text,
                        file == null ? null : uploaded(file, seal));
        ChatStore.Stored stored =
                store.append(chat(), occupant.author(), id, sealed(id, content, seal));
        chat.renewIfDue();
        return stored;
    }

    /** Passes it on, unless there are too many signs. */
    public void typing(boolean on) {
        if (occupant.signals().take() && chat.progress().isPresent()) {
            channels.typing(chat(), occupant.author(), on);
        }
    }

    /** Notes it, unless there are too many signs. */
    public void read(long seq) {
        if (occupant.signals().take() && chat.progress().isPresent()) {
            store.markRead(chat(), occupant.author().speaker(), seq);
        }
    }

    public void leave() {
        chat.leave(this);
    }

    private FileView uploaded(FileId file, ChatSeal seal) {
        return store.file(chat(), file)
                .flatMap(sealed -> seal.openFile(file, sealed))
                .orElseThrow(() -> new Refusal(ErrorCode.NOT_FOUND));
    }

    private byte[] sealed(ClientMessageId id, MessageContent content, ChatSeal seal) {
        try {
            return seal.sealMessage(occupant.author(), id, content);
        } catch (ScopeGoneException e) {
            throw new Refusal(ErrorCode.CHAT_ENDED);
        }
    }

    Author author() {
        return occupant.author();
    }

    ChatListener listener() {
        return listener;
    }
}
