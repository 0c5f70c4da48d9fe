package org.lethe.file.access;

import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.lethe.contracts.id.ChatId;

/** One upload or download under way. */
public final class OpenStream implements AutoCloseable {

    private final Set<OpenStream> all;
    private final ChatId chat;
    private final StreamKind kind;
    private final Runnable close;
    private final AtomicBoolean cut = new AtomicBoolean();

    OpenStream(Set<OpenStream> all, ChatId chat, StreamKind kind, Runnable close) {
        this.all = all;
        this.chat = chat;
        this.kind = kind;
        this.close = close;
    }

    /** Whether the chat ended meanwhile: then not one byte more may pass. */
    public boolean isCut() {
        return cut.get();
    }

    /** Tells that it is over. */
    @Override
    public void close() {
        all.remove(this);
    }

    ChatId chat() {
        return chat;
    }

    StreamKind kind() {
        return kind;
    }

    /** A stream may be waiting for the other side without end, so its connection is broken too. */
    void cut() {
        if (!cut.getAndSet(true)) {
            close.run();
        }
    }
}
