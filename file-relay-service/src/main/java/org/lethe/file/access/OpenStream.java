package org.lethe.file.access;

import java.io.IOException;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.lethe.contracts.id.ChatId;

/** One upload or download under way. */
public final class OpenStream implements AutoCloseable {

    private final Set<OpenStream> all;
    private final ChatId chat;
    private final StreamKind kind;
    private final Runnable close;
    private final AtomicBoolean cut = new AtomicBoolean();
    private @Nullable Thread writer;

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

    /**
     * Lets the caller's thread be woken by a cut while it does this: it may wait for a reader who
     * reads no more, and that its connection is broken does not always wake it.
     */
    public void whileWriting(Writing work) throws IOException {
        writtenBy(Thread.currentThread());
        try {
            work.run();
        } finally {
            writtenBy(null);
            // It was for the writing alone.
            Thread.interrupted();
        }
    }

    /** What may wait for the other side. */
    @FunctionalInterface
    public interface Writing {
        void run() throws IOException;
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
            wakeWriter();
        }
    }

    private synchronized void writtenBy(@Nullable Thread thread) {
        writer = thread;
    }

    private synchronized void wakeWriter() {
        if (writer != null) {
            writer.interrupt();
        }
    }
}
