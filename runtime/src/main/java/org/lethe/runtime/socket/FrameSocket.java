package org.lethe.runtime.socket;

import io.quarkus.websockets.next.OnBinaryMessage;
import io.quarkus.websockets.next.OnClose;
import io.quarkus.websockets.next.OnError;
import io.quarkus.websockets.next.OnOpen;
import io.quarkus.websockets.next.OnTextMessage;
import io.quarkus.websockets.next.UserData;
import io.quarkus.websockets.next.WebSocketConnection;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.buffer.Buffer;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.contracts.frame.ClientFrame;
import org.lethe.contracts.frame.ErrorFrame;
import org.lethe.contracts.frame.ServerFrame;
import org.lethe.runtime.problem.Failures;
import org.lethe.runtime.problem.Refusal;

/**
 * A socket of the suite: a subclass with {@code @WebSocket(path = ...)} gets frames of callers that
 * are known, one after the other, on virtual threads.
 *
 * <p>A {@link Refusal} out of {@link #onHello} closes the socket with its code; out of {@link
 * #onFrame} it is told to the client and the socket stays open. So is a text that its field does
 * not take. A frame that can't be read, and any other exception, closes it.
 *
 * <p>The annotated methods are public because Quarkus calls them from the subclass' package.
 *
 * @param <C> what the client sends
 * @param <S> what the socket sends
 */
public abstract class FrameSocket<C extends ClientFrame, S extends ServerFrame> {

    private final UserData.TypedKey<Peer<S>> peerKey = new UserData.TypedKey<>("lethe.peer");
    private final Class<C> frames;
    private final Handshake handshake;

    protected FrameSocket(Class<C> frames, Handshake handshake) {
        this.frames = frames;
        this.handshake = handshake;
    }

    /** A caller said who it is; check that the socket's path is theirs, and answer ready. */
    protected abstract void onHello(Peer<S> peer, C hello, Path path);

    /** Any frame after the hello. */
    protected abstract void onFrame(Peer<S> peer, C frame);

    /**
     * The socket is closed. Called once for each peer that said hello, after {@link #onHello}, even
     * if that refused it.
     */
    protected abstract void onGone(Peer<S> peer);

    /** The values in the socket's path. */
    public interface Path {
        String param(String name);
    }

    @OnOpen
    public void open(WebSocketConnection connection) {
        handshake.expectHello(connection);
    }

    @OnTextMessage
    @RunOnVirtualThread
    public void text(String text, WebSocketConnection connection) {
        if (!connection.isOpen()) {
            return;
        }
        if (!handshake.allowsFrame(connection)) {
            Peer.refuse(connection, ErrorCode.TOO_MANY_REQUESTS);
            return;
        }
        try {
            Peer<S> peer = connection.userData().get(peerKey);
            switch (FrameCodec.read(frames, text)) {
                case Incoming.Legible(C frame) when peer == null -> greet(frame, connection);
                case Incoming.Legible(C frame) when frame instanceof ClientFrame.Hello ->
                        Peer.refuse(connection, ErrorCode.MALFORMED);
                case Incoming.Legible(C frame) -> handle(peer, frame);
                case Incoming.Unacceptable(ErrorFrame _) when peer == null ->
                        Peer.refuse(connection, ErrorCode.TOKEN_MISSING);
                case Incoming.Unacceptable(ErrorFrame answer) -> peer.error(answer);
            }
        } catch (RuntimeException e) {
            Peer.refuse(connection, Failures.codeOf(e));
        }
    }

    @OnBinaryMessage
    public void binary(Buffer ignored, WebSocketConnection connection) {
        Peer.refuse(connection, ErrorCode.MALFORMED);
    }

    @OnClose
    @RunOnVirtualThread
    public void close(WebSocketConnection connection) {
        handshake.stopWaiting(connection);
        Peer<S> peer = connection.userData().get(peerKey);
        if (peer != null && peer.attendance().left()) {
            tidyUp(peer);
        }
    }

    /** What comes here is the transport's: all that ours throws was caught. */
    @OnError
    public void error(Throwable failure, WebSocketConnection connection) {
        // Vert.x has no type of its own for a message above the limit.
        boolean tooLarge = failure instanceof IllegalStateException;
        Peer.refuse(connection, tooLarge ? ErrorCode.TOO_LARGE : ErrorCode.INTERNAL);
    }

    private void handle(Peer<S> peer, C frame) {
        try {
            onFrame(peer, frame);
        } catch (Refusal refusal) {
            peer.error(ErrorFrame.of(refusal.code()));
        }
    }

    private void greet(C frame, WebSocketConnection connection) {
        if (!(frame instanceof ClientFrame.Hello hello)) {
            Peer.refuse(connection, ErrorCode.TOKEN_MISSING);
            return;
        }
        Peer<S> peer = handshake.accept(connection, hello);
        connection.userData().put(peerKey, peer);
        try {
            onHello(peer, frame, connection::pathParam);
        } finally {
            // It may have closed meanwhile, on another thread, before or after the peer was put.
            boolean gone = !peer.attendance().arrived();
            if (gone || !connection.isOpen() && peer.attendance().left()) {
                tidyUp(peer);
            }
        }
    }

    private void tidyUp(Peer<S> peer) {
        try {
            onGone(peer);
        } catch (RuntimeException e) {
            // Nobody is left to tell; looking up the code logs it.
            ErrorCode _ = Failures.codeOf(e);
        }
    }
}
