package org.lethe.chat.live;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.lethe.chat.conversation.ChatMeta;
import org.lethe.chat.conversation.ChatSeal;
import org.lethe.chat.conversation.ChatStore;
import org.lethe.chat.conversation.OpenChat;
import org.lethe.contracts.chat.ChatForm;
import org.lethe.contracts.chat.LogEntry;
import org.lethe.contracts.frame.ChatServerFrame;
import org.lethe.contracts.frame.ChatState;
import org.lethe.contracts.frame.DestroyedView;
import org.lethe.contracts.frame.Speaker;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.personal.PersonName;
import org.lethe.contracts.scope.MetaField;

/**
 * How far an open chat is, as this replica has told its sockets. Guarded by the chat's lock; the
 * number of the last message may be read without.
 */
final class Progress implements AutoCloseable {
    private final ChatSeal seal;
    private final AccountId account;
    private final PersonName visitorName;
    private final int asked;
    private final Map<Speaker, Long> read = new EnumMap<>(Speaker.class);
    private volatile long seq;
    private ChatState state = ChatState.QUEUED;
    private @Nullable PersonName operatorName;
    private Optional<Instant> left = Optional.empty();
    private int files;

    private Progress(OpenChat chat, Optional<ChatForm> form, int files) {
        this.seal = chat.seal();
        this.account = chat.meta().account();
        this.visitorName = form.map(ChatForm::name).orElse(ChatForm.GUEST);
        this.asked = form.map(ChatForm::messages).orElse(0);
        this.seq = chat.meta().seq();
        this.files = files;
        refresh(chat.meta());
    }

    /** Takes over an open chat, or closes it when it can't be read. */
    static Progress of(OpenChat chat, ChatStore store) {
        try {
            Optional<ChatForm> form = store.form(chat.id()).flatMap(chat.seal()::openForm);
            return new Progress(chat, form, store.countFiles(chat.id()));
        } catch (RuntimeException e) {
            chat.close();
            throw e;
        }
    }

    ChatSeal seal() {
        return seal;
    }

    AccountId account() {
        return account;
    }

    boolean isQueued() {
        return state == ChatState.QUEUED;
    }

    PersonName visitorName() {
        return visitorName;
    }

    Optional<ChatServerFrame.Message> open(LogEntry entry) {
        return seal.openMessage(entry);
    }

    long seq() {
        return seq;
    }

    void delivered(long delivered) {
        seq = delivered;
    }

    void countFiles(int counted) {
        files = counted;
    }

    /** What listeners are to be told, where the chat was somewhere else before. */
    List<Consumer<ChatListener>> refresh(ChatMeta meta) {
        var news = new ArrayList<Consumer<ChatListener>>();
        read(Speaker.VISITOR, meta.read(Speaker.VISITOR));
        read(Speaker.OPERATOR, meta.read(Speaker.OPERATOR));
        if (move(meta.state().orElse(state), meta.sealedOperatorName().orElse(null))) {
            news.add(this::tellState);
        }
        if (leave(meta.time(MetaField.LEFT))) {
            news.add(this::tellLeft);
        }
        return news;
    }

    boolean move(ChatState next, @Nullable String sealedOperatorName) {
        boolean moved = next != state;
        state = next;
        if (sealedOperatorName != null && operatorName == null) {
            operatorName = seal.openOperatorName(sealedOperatorName).orElse(null);
        }
        return moved;
    }

    /**
     * No page of the visitor is in the chat since then; empty while one is.
     *
     * @return whether that is news
     */
    boolean leave(Optional<Instant> since) {
        boolean isNews = !since.equals(left);
        left = since;
        return isNews;
    }

    void read(Speaker by, long upTo) {
        if (upTo > 0) {
            read.merge(by, upTo, Math::max);
        }
    }

    /** Tells who joins where the chat stands. */
    void tellAll(ChatListener listener) {
        listener.onJoined(state, seq, operatorName);
        read.forEach(listener::onRead);
        left.ifPresent(since -> tellLeft(listener));
    }

    void tellLeft(ChatListener listener) {
        listener.onLeft(left);
    }

    void tellState(ChatListener listener) {
        listener.onMoved(state, operatorName);
    }

    /**
     * What can be said of a chat that is gone without a farewell, as its keys leave it that ran out
     * by themselves: nothing is noted from which a receipt could be made.
     */
    DestroyedView unannounced(Instant now) {
        return new DestroyedView((int) seq + asked, files, now, null, null);
    }

    /** Forgets the keys. */
    @Override
    public void close() {
        seal.close();
    }
}
