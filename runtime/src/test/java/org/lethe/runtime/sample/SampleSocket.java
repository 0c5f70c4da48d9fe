package org.lethe.runtime.sample;

import io.quarkus.websockets.next.WebSocket;
import jakarta.inject.Inject;
import java.util.concurrent.atomic.AtomicInteger;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.contracts.frame.ChatClientFrame;
import org.lethe.contracts.frame.ChatServerFrame;
import org.lethe.contracts.frame.ChatState;
import org.lethe.contracts.frame.Speaker;
import org.lethe.contracts.id.ChatId;
import org.lethe.runtime.caller.Caller;
import org.lethe.runtime.problem.Refusal;
import org.lethe.runtime.socket.FrameSession;
import org.lethe.runtime.socket.FrameSocket;
import org.lethe.runtime.socket.Handshake;
import org.lethe.runtime.socket.Peer;

/** A socket as services have them: it repeats typing, refuses to send, and breaks at a read. */
@WebSocket(path = "/v1/sample/{chat}/socket")
public class SampleSocket extends FrameSocket<ChatClientFrame, ChatServerFrame> {

    public final AtomicInteger gone = new AtomicInteger();

    @Inject
    SampleSocket(Handshake handshake) {
        super(ChatClientFrame.class, handshake);
    }

    @Override
    protected FrameSession<ChatClientFrame> greet(
            Peer<ChatServerFrame> peer, ChatClientFrame hello, Path path) {
        var chat = new ChatId(path.param("chat"));
        if (!(peer.caller() instanceof Caller.Participant participant)
                || !participant.chat().equals(chat)) {
            throw new Refusal(ErrorCode.NOT_FOUND);
        }
        return new Session(peer, chat);
    }

    private final class Session implements FrameSession<ChatClientFrame> {

        private final Peer<ChatServerFrame> peer;
        private final ChatId chat;

        Session(Peer<ChatServerFrame> peer, ChatId chat) {
            this.peer = peer;
            this.chat = chat;
        }

        @Override
        public void start() {
            peer.send(new ChatServerFrame.Ready(chat, ChatState.QUEUED, 0, null, null));
        }

        @Override
        public void onFrame(ChatClientFrame frame) {
            switch (frame) {
                case ChatClientFrame.Typing(boolean on) ->
                        peer.send(new ChatServerFrame.Typing(Speaker.VISITOR, on));
                case ChatClientFrame.Send ignored -> throw new Refusal(ErrorCode.CHAT_ENDED);
                case ChatClientFrame.Read ignored ->
                        throw new IllegalStateException("Vera's secret");
                case ChatClientFrame.End ignored -> peer.close();
                case ChatClientFrame.Hello ignored -> throw new AssertionError("told by the hello");
            }
        }

        @Override
        public void stop() {
            gone.incrementAndGet();
        }
    }
}
