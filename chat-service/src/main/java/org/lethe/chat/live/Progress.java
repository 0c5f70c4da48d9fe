package org.lethe.chat.live;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.lethe.chat.conversation.ChatMeta;
import org.lethe.chat.conversation.ChatStore;
import org.lethe.chat.conversation.OpenChat;
import org.lethe.contracts.chat.ChatForm;
import org.lethe.contracts.event.EndReason;
import org.lethe.contracts.frame.ChatState;
import org.lethe.contracts.frame.Speaker;
import org.lethe.contracts.personal.PersonName;
import org.lethe.contracts.signal.Farewell;

/**
 * How far an open chat is, as this replica has told its sockets. Guarded by the chat's lock; the
 * number of the last message may be read without.
 */
final class Progress {
    private final OpenChat chat;
    private final PersonName visitorName;
    private volatile long seq;
    private ChatState state = ChatState.QUEUED;
    private @Nullable PersonName operatorName;
    private long visitorRead;
    private long operatorRead;
    private int files;

    private Progress(OpenChat chat, PersonName visitorName, int files) {
        this.chat = chat;
        this.visitorName = visitorName;
        this.seq = chat.meta().seq();
        this.files = files;
        refresh(chat.meta());
    }

    /** Takes over an open chat, or closes it when it can't be read. */
    static Progress of(OpenChat chat, ChatStore store) {
        try {
            PersonName name =
                    store.form(chat.id())
                            .flatMap(chat.seal()::openForm)
                            .map(ChatForm::name)
                            .orElse(ChatForm.GUEST);
            return new Progress(chat, name, store.countFiles(chat.id()));
        } catch (RuntimeException e) {
            chat.close();
            throw e;
        }
    }

    OpenChat chat() {
        return chat;
    }

    PersonName visitorName() {
        return visitorName;
    }

    long seq() {
        return seq;
    }

    void delivered(long delivered) {
        seq = delivered;
    }

    int files() {
        return files;
    }

    void countFiles(int counted) {
        files = counted;
    }

    /** Whether the chat was somewhere else before. */
    boolean refresh(ChatMeta meta) {
        visitorRead = Math.max(visitorRead, meta.read(Speaker.VISITOR));
        operatorRead = Math.max(operatorRead, meta.read(Speaker.OPERATOR));
        return move(meta.state().orElse(state), meta.sealedOperatorName().orElse(null));
    }

    boolean move(ChatState next, @Nullable String sealedOperatorName) {
        boolean moved = next != state;
        state = next;
        if (sealedOperatorName != null && operatorName == null) {
            operatorName = chat.seal().openOperatorName(sealedOperatorName).orElse(null);
        }
        return moved;
    }

    void read(Speaker by, long upTo) {
        if (by == Speaker.VISITOR) {
            visitorRead = Math.max(visitorRead, upTo);
        } else {
            operatorRead = Math.max(operatorRead, upTo);
        }
    }

    ChatStatus status() {
        return new ChatStatus(state, seq, operatorName, visitorRead, operatorRead);
    }

    /** A proper end leaves a farewell: destroyed without one is who was erased. */
    Farewell unannounced(Instant now) {
        return new Farewell(EndReason.ERASURE, (int) seq, files, now);
    }
}
