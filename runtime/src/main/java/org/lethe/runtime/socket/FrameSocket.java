package org.lethe.runtime.socket;

import io.quarkus.websockets.next.OnBinaryMessage;
import io.quarkus.websockets.next.OnClose;
import io.quarkus.websockets.next.OnError;
import io.quarkus.websockets.next.OnOpen;
import io.quarkus.websockets.next.OnPongMessage;
import io.quarkus.websockets.next.OnTextMessage;
import io.quarkus.websockets.next.UserData;
import io.quarkus.websockets.next.WebSocketConnection;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.buffer.Buffer;
import java.util.Optional;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.contracts.frame.ClientFrame;
import org.lethe.contracts.frame.ErrorFrame;
import org.lethe.contracts.frame.ServerFrame;
import org.lethe.runtime.metric.FrameDurations;
import org.lethe.runtime.metric.Outcome;
import org.lethe.runtime.problem.Failures;
import org.lethe.runtime.problem.Refusal;

/**
 * A socket of the suite: a subclass with {@code @WebSocket(path = ...)} opens a session for each
 * caller that is known, which gets the client's frames one after the other, on virtual threads;
 * those of different lanes ({@link FrameSession#lane}) side by side.
 *
 * <p>A {@link Refusal} out of {@link #greet} or {@link FrameSession#start} closes the socket with
 * its code. What goes wrong in {@link FrameSession#onFrame} is told to the client, and the socket
 * stays open; so it is with a frame that this version does not know, or a field that it does not
 * take. A fault of ours, like a text that is no frame at all, closes it.
 *
 * <p>The annotated methods are public because Quarkus calls them from the subclass' package.
 *
 * @param <C> what the client sends
 * @param <S> what the socket sends
 */
public abstract class FrameSocket<C extends ClientFrame, S extends ServerFrame> {

    private static final UserData.TypedKey<FrameQueue> QUEUE =
            new UserData.TypedKey<>("lethe.queue");

    private final UserData.TypedKey<Greeted<C, S>> greetedKey =
            new UserData.TypedKey<>("lethe.greeted");
    private final Class<C> frames;
    private final Handshake handshake;
    private final FrameDurations.OfSocket durations;

    protected FrameSocket(Class<C> frames, Handshake handshake) {
        this.frames = frames;
        this.handshake = handshake;
        this.durations = handshake.durations(frames);
    }

    /** A caller said who it is; check that the socket's path is theirs. */
    protected abstract FrameSession<C> greet(Peer<S> peer, C hello, Path path);

    /** The values in the socket's path. */
    public interface Path {
        String param(String name);
    }

    @OnOpen
    @NonBlocking
    public void open(WebSocketConnection connection) {
        connection.userData().put(QUEUE, handshake.queue(text -> turnOf(text, connection)));
        handshake.expectHello(connection);
    }

    /** On the event loop: what would be too much is refused before it waits anywhere. */
    @OnTextMessage
    @NonBlocking
    public void text(String text, WebSocketConnection connection) {
        FrameQueue queue = connection.userData().get(QUEUE);
        if (queue == null || queue.isClosed()) {
            return;
        }
        Optional<ErrorCode> refusal = handshake.refusalOf(text, connection);
        if (refusal.isPresent() || !queue.offer(text)) {
            queue.close();
            Peer.refuse(connection, refusal.orElse(ErrorCode.TOO_MANY_REQUESTS));
        }
    }

    @OnBinaryMessage
    public void binary(Buffer ignored, WebSocketConnection connection) {
        Peer.refuse(connection, ErrorCode.MALFORMED);
    }

    @OnPongMessage
    @NonBlocking
    public void pong(Buffer ignored, WebSocketConnection connection) {
        handshake.heard(connection);
    }

    @OnClose
    @RunOnVirtualThread
    public void close(WebSocketConnection connection) {
        handshake.left(connection);
        FrameQueue queue = connection.userData().get(QUEUE);
        if (queue != null) {
            queue.close();
        }
        Greeted<C, S> greeted = connection.userData().get(greetedKey);
        if (greeted != null) {
            greeted.leave();
        }
    }

    /** What comes here is the transport's: all that ours throws was caught. */
    @OnError
    public void error(Throwable failure, WebSocketConnection connection) {
        // Vert.x has no type of its own for a message above the limit.
        boolean tooLarge = failure instanceof IllegalStateException;
        Peer.refuse(connection, tooLarge ? ErrorCode.TOO_LARGE : ErrorCode.INTERNAL);
    }

    /** A frame is read when those before it were, and handled in its lane. */
    private FrameQueue.Turn turnOf(String text, WebSocketConnection connection) {
        if (!connection.isOpen()) {
            return new FrameQueue.Turn(null, () -> {});
        }
        try {
            Greeted<C, S> greeted = connection.userData().get(greetedKey);
            Incoming<C> incoming = FrameCodec.read(frames, text);
            Object lane =
                    greeted != null && incoming instanceof Incoming.Legible(C frame)
                            ? greeted.lane(frame)
                            : null;
            return new FrameQueue.Turn(lane, () -> take(incoming, connection));
        } catch (RuntimeException e) {
            return new FrameQueue.Turn(null, () -> unreadable(connection, Failures.codeOf(e)));
        }
    }

    private void unreadable(WebSocketConnection connection, ErrorCode code) {
        durations.record(null, System.nanoTime(), refuse(connection, code));
    }

    private void take(Incoming<C> incoming, WebSocketConnection connection) {
        if (!connection.isOpen()) {
            return;
        }
        long begin = System.nanoTime();
        Outcome outcome;
        try {
            Greeted<C, S> greeted = connection.userData().get(greetedKey);
            outcome =
                    switch (incoming) {
                        case Incoming.Legible(C frame) when greeted == null ->
                                greet(frame, connection);
                        case Incoming.Legible(C frame) when frame instanceof ClientFrame.Hello ->
                                refuse(connection, ErrorCode.MALFORMED);
                        case Incoming.Legible(C frame) -> greeted.handle(frame);
                        case Incoming.Unacceptable(ErrorFrame _) when greeted == null ->
                                refuse(connection, ErrorCode.TOKEN_MISSING);
                        case Incoming.Unacceptable(ErrorFrame answer) -> greeted.tell(answer);
                    };
        } catch (RuntimeException e) {
            outcome = refuse(connection, Failures.codeOf(e));
        }
        C frame = incoming instanceof Incoming.Legible(C legible) ? legible : null;
        durations.record(frame, begin, outcome);
    }

    private Outcome greet(C frame, WebSocketConnection connection) {
        if (!(frame instanceof ClientFrame.Hello hello)) {
            return refuse(connection, ErrorCode.TOKEN_MISSING);
        }
        Peer<S> peer = handshake.accept(connection, hello);
        var greeted = new Greeted<>(peer, greet(peer, frame, connection::pathParam));
        connection.userData().put(greetedKey, greeted);
        greeted.arrive();
        return Outcome.DONE;
    }

    private static Outcome refuse(WebSocketConnection connection, ErrorCode code) {
        Peer.refuse(connection, code);
        return Outcome.of(code);
    }
}
