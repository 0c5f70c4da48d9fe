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
    public OpenStream begin(ChatId chat, Runnable close) {
        var stream = new OpenStream(this, chat, close);
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

    public int count(ChatId chat) {
        synchronized (streams) {
            return streams.getOrDefault(chat, Set.of()).size();
        }
    }

    public int count() {
        synchronized (streams) {
            return streams.values().stream().mapToInt(Set::size).sum();
        }
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
