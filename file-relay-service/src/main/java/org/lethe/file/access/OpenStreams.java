package org.lethe.file.access;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lethe.contracts.id.ChatId;

/** The uploads and downloads that are under way in this process, to be cut when their chat ends. */
@ApplicationScoped
public class OpenStreams {

    private final Map<ChatId, Set<OpenStream>> streams = new HashMap<>();

    /**
     * Begins a stream. Begin it before the chat is looked up: then no end comes between unseen.
     *
     * @param close breaks the connection; called at most once, from another thread
     */
    public OpenStream begin(ChatId chat, StreamKind kind, Runnable close) {
        var stream = new OpenStream(this, chat, kind, close);
        synchronized (streams) {
            streams.computeIfAbsent(chat, it -> new HashSet<>()).add(stream);
        }
        return stream;
    }

    /** Cuts all streams of a chat; returns how many there were. */
    public int cut(ChatId chat) {
        List<OpenStream> running;
        synchronized (streams) {
            running = new ArrayList<>(streams.getOrDefault(chat, Set.of()));
        }
        running.forEach(OpenStream::cut);
        return running.size();
    }

    public Set<ChatId> chats() {
        synchronized (streams) {
            return Set.copyOf(streams.keySet());
        }
    }

    public int count(ChatId chat, StreamKind kind) {
        synchronized (streams) {
            return count(streams.getOrDefault(chat, Set.of()), kind);
        }
    }

    public int count(StreamKind kind) {
        synchronized (streams) {
            return streams.values().stream().mapToInt(all -> count(all, kind)).sum();
        }
    }

    private static int count(Set<OpenStream> all, StreamKind kind) {
        return (int) all.stream().filter(stream -> stream.kind() == kind).count();
    }

    void end(OpenStream stream) {
        synchronized (streams) {
            streams.computeIfPresent(
                    stream.chat(),
                    (chat, all) -> {
                        all.remove(stream);
                        return all.isEmpty() ? null : all;
                    });
        }
    }
}
