package org.lethe.chat.visitor;

import io.quarkus.websockets.next.WebSocket;
import jakarta.inject.Inject;
import org.lethe.chat.desk.Boards;
import org.lethe.chat.ending.EndChat;
import org.lethe.chat.live.LiveChats;
import org.lethe.chat.presence.VisitorPages;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.contracts.frame.ChatClientFrame;
import org.lethe.contracts.frame.ChatServerFrame;
import org.lethe.runtime.caller.Caller;
import org.lethe.runtime.caller.TokenIssuer;
import org.lethe.runtime.problem.Refusal;
import org.lethe.runtime.socket.FrameSocket;
import org.lethe.runtime.socket.Handshake;
import org.lethe.runtime.socket.Peer;

/** The socket of the visitor in a chat. */
@WebSocket(path = "/v1/chats/{chat}/socket")
public class ChatSocket extends FrameSocket<ChatClientFrame, ChatServerFrame> {
    private final LiveChats chats;
    private final EndChat endChat;
    private final Boards boards;
    private final VisitorPages pages;
    private final TokenIssuer tokens;

    @Inject
    ChatSocket(
            Handshake handshake,
            LiveChats chats,
            EndChat endChat,
            Boards boards,
            VisitorPages pages,
            TokenIssuer tokens) {
        super(ChatClientFrame.class, handshake);
        this.chats = chats;
        this.endChat = endChat;
        this.boards = boards;
        this.pages = pages;
        this.tokens = tokens;
    }

    @Override
    protected ChatSession greet(Peer<ChatServerFrame> peer, ChatClientFrame hello, Path path) {
        if (!(peer.caller() instanceof Caller.Participant visitor)
                || !visitor.chat().value().equals(path.param("chat"))
                || !(hello instanceof ChatClientFrame.Hello greeting)) {
            throw new Refusal(ErrorCode.NOT_FOUND);
        }
        var page =
                new ChatSession.Page(
                        peer::send, peer::refuse, peer::close, peer::heardAt, greeting.seen());
        return new ChatSession(page, visitor, chats, endChat, boards, pages, tokens);
    }
}
