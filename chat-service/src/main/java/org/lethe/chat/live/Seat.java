package org.lethe.chat.live;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lethe.chat.conversation.OpenChat;
import org.lethe.contracts.chat.Author;
import org.lethe.contracts.chat.MessageContent;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.contracts.frame.FileView;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.id.ClientMessageId;
import org.lethe.contracts.id.FileId;
import org.lethe.contracts.personal.MessageText;
import org.lethe.contracts.personal.PersonName;

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

    /**
     * Sends a text, a file that was uploaded before, or both. Returns when the message is stored;
     * it then survives whatever happens to this process.
     */
    public SendOutcome send(ClientMessageId id, @Nullable MessageText text, @Nullable FileId file) {
        Optional<Progress> progress = chat.progress();
        if (progress.isEmpty()) {
            return new SendOutcome.Refused(ErrorCode.CHAT_ENDED);
        }
        if (text == null && file == null) {
            return new SendOutcome.Refused(ErrorCode.MALFORMED);
        }
        return send(progress.get(), id, text, file);
    }

    public void typing(boolean on) {
        if (chat.progress().isPresent()) {
            chat.writer().typing(occupant.author(), on);
        }
    }

    public void read(long seq) {
        if (chat.progress().isPresent()) {
            chat.writer().read(occupant.author(), seq);
        }
    }

    public void leave() {
        chat.leave(this);
    }

    private SendOutcome send(
            Progress progress,
            ClientMessageId id,
            @Nullable MessageText text,
            @Nullable FileId file) {
        OpenChat open = progress.chat();
        Optional<FileView> found =
                Optional.ofNullable(file).flatMap(named -> chat.writer().file(open, named));
        if (file != null && found.isEmpty()) {
            return new SendOutcome.Refused(ErrorCode.NOT_FOUND);
        }
        var content = new MessageContent(name(progress), text, found.orElse(null));
        return chat.writer().send(open, occupant.author(), id, content);
    }

    private @Nullable PersonName name(Progress progress) {
        return switch (occupant.author()) {
            case Author.Visitor ignored -> progress.visitorName();
            case Author.Operator ignored -> occupant.name();
        };
    }

    Author author() {
        return occupant.author();
    }

    ChatListener listener() {
        return occupant.listener();
    }

    /**
     * Who takes a seat.
     *
     * @param name of an operator; the visitor's is in the chat's form
     */
    record Occupant(Author author, @Nullable PersonName name, ChatListener listener) {}
}
