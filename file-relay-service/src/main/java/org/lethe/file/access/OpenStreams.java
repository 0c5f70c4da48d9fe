package org.lethe.file.access;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lethe.contracts.id.ChatId;
import org.lethe.runtime.stream.ClientStream;

/** The uploads and downloads that are under way in this process, to be cut when their chat ends. */
@ApplicationScoped
public class OpenStreams {

    private final Set<OpenStream> streams = ConcurrentHashMap.newKeySet();

    /** Begins a stream. Begin it before the chat is looked up: then no end comes between unseen. */
    public OpenStream begin(ChatId chat, StreamKind kind, ClientStream client) {
        var stream = new OpenStream(streams, chat, kind, client);
        streams.add(stream);
        return stream;
    }

    /** Cuts all streams of a chat; returns how many there were. */
    public int cut(ChatId chat) {
        List<OpenStream> running = of(chat).toList();
        running.forEach(OpenStream::cut);
        return running.size();
    }

    public Set<ChatId> chats() {
        return streams.stream().map(OpenStream::chat).collect(Collectors.toSet());
    }

    public int count(ChatId chat, StreamKind kind) {
        return count(of(chat), kind);
    }

    public int count(StreamKind kind) {
        return count(streams.stream(), kind);
    }

    private Stream<OpenStream> of(ChatId chat) {
        return streams.stream().filter(stream -> stream.chat().equals(chat));
    }

    private static int count(Stream<OpenStream> some, StreamKind kind) {
        return (int) some.filter(stream -> stream.kind() == kind).count();
    }
}
