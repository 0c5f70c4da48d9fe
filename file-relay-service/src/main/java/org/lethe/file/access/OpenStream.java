package org.lethe.file.access;

import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.lethe.contracts.id.ChatId;
import org.lethe.runtime.stream.ClientStream;

/** One upload or download under way. */
public final class OpenStream implements AutoCloseable {

    private final Set<OpenStream> all;
    private final ChatId chat;
    private final StreamKind kind;
    private final ClientStream client;
    private final AtomicBoolean cut = new AtomicBoolean();

    OpenStream(Set<OpenStream> all, ChatId chat, StreamKind kind, ClientStream client) {
        this.all = all;
        this.chat = chat;
        this.kind = kind;
        this.client = client;
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

    /** The bytes themselves, on their way. */
    public ClientStream client() {
        return client;
    }

    ChatId chat() {
        return chat;
    }

    StreamKind kind() {
        return kind;
    }

    /** A stream may be waiting for the other side without end, so its connection is broken too. */
    void cut() {
        cut.set(true);
        client.end();
    }
}
