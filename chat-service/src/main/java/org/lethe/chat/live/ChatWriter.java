package org.lethe.chat.live;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.lethe.chat.conversation.Appended;
import org.lethe.chat.conversation.ChatStore;
import org.lethe.chat.conversation.OpenChat;
import org.lethe.contracts.chat.Author;
import org.lethe.contracts.chat.MessageContent;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.contracts.frame.FileView;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.id.ClientMessageId;
import org.lethe.contracts.id.FileId;
import org.lethe.privacy.seal.ScopeGoneException;

/** What people do in a chat. Knows no order but the store's: the channel brings everything back. */
final class ChatWriter {
    private final ChatId id;
    private final ChatStore store;
    private final ChatChannel channel;
    private final Clock clock;
    private final Duration renewEvery;
    private final AtomicLong renewed = new AtomicLong();

    ChatWriter(ChatId id, ChatStore store, ChatChannel channel, Clock clock, Duration renewEvery) {
        this.id = id;
        this.store = store;
        this.channel = channel;
        this.clock = clock;
        this.renewEvery = renewEvery;
    }

    SendOutcome send(
            OpenChat chat, Author author, ClientMessageId messageId, MessageContent content) {
        byte[] sealed;
        try {
            sealed = chat.seal().sealMessage(author, messageId, content);
        } catch (ScopeGoneException e) {
            return new SendOutcome.Refused(ErrorCode.CHAT_ENDED);
        }
        return switch (store.append(id, author, messageId, sealed)) {
            case Appended.Stored stored -> {
                renewIfDue();
                yield new SendOutcome.Stored(stored.seq(), stored.at());
            }
            case Appended.Refused refused -> new SendOutcome.Refused(codeOf(refused.reason()));
        };
    }

    Optional<FileView> file(OpenChat chat, FileId file) {
        return store.file(id, file).flatMap(sealed -> chat.seal().openFile(file, sealed));
    }

    void typing(Author author, boolean on) {
        channel.typing(id, author, on);
    }

    void read(Author author, long seq) {
        store.markRead(id, author.speaker(), seq);
    }

    private void renewIfDue() {
        long now = clock.millis();
        long last = renewed.get();
        if (now - last > renewEvery.toMillis() && renewed.compareAndSet(last, now)) {
            store.renew(id);
        }
    }

    private static ErrorCode codeOf(Appended.Reason reason) {
        return switch (reason) {
            case ENDING, GONE -> ErrorCode.CHAT_ENDED;
            case FULL -> ErrorCode.TOO_LARGE;
            case STRANGER -> ErrorCode.NOT_FOUND;
        };
    }
}
