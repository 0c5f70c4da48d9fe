package org.lethe.chat.live;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lethe.chat.conversation.Author;
import org.lethe.chat.conversation.MessageContent;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.contracts.frame.FileView;
import org.lethe.contracts.frame.PersonalText;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.id.ClientMessageId;
import org.lethe.contracts.id.FileId;
import org.lethe.privacy.data.InvalidPersonalData;
import org.lethe.privacy.data.MessageText;

/** One socket's place in a chat: what its person does there. */
public final class Seat {
    private final LiveChat chat;
    private final Occupant occupant;

    Seat(LiveChat chat, Occupant occupant) {
        this.chat = chat;
        this.occupant = occupant;
    }

    public ChatId chat() {
        return chat.id();
    }

    /** The last message that was handed to the socket. */
    public long seq() {
        return chat.seq();
    }

    /**
     * Sends a text, a file that was uploaded before, or both. Returns when the message is stored;
     * it then survives whatever happens to this process.
     */
    public SendOutcome send(
            ClientMessageId id, @Nullable PersonalText text, @Nullable FileId file) {
        if (text == null && file == null) {
            return new SendOutcome.Refused(ErrorCode.MALFORMED);
        }
        if (text != null && text.value().length() > MessageText.MAX_LENGTH) {
            return new SendOutcome.Refused(ErrorCode.TOO_LARGE);
        }
        Optional<FileView> found = Optional.ofNullable(file).flatMap(chat::file);
        if (file != null && found.isEmpty()) {
            return new SendOutcome.Refused(
                    chat.isOpen() ? ErrorCode.NOT_FOUND : ErrorCode.CHAT_ENDED);
        }
        try {
            MessageText written = text == null ? null : MessageText.of(text.value());
            var content = new MessageContent(chat.nameOf(occupant), written, found.orElse(null));
            return chat.send(occupant.author(), id, content);
        } catch (InvalidPersonalData e) {
            return new SendOutcome.Refused(ErrorCode.MALFORMED);
        }
    }

    public void typing(boolean on) {
        chat.typing(occupant.author(), on);
    }

    public void read(long seq) {
        chat.read(occupant.author(), seq);
    }

    public void leave() {
        chat.leave(this);
    }

    ChatListener listener() {
        return occupant.listener();
    }

    /**
     * Who takes a seat.
     *
     * @param name of an operator; the visitor's is in the chat's form
     */
    record Occupant(Author author, @Nullable PersonalText name, ChatListener listener) {}
}
