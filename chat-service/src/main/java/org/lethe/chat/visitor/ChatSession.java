package org.lethe.chat.visitor;

import org.jspecify.annotations.Nullable;
import org.lethe.chat.conversation.Message;
import org.lethe.chat.desk.Boards;
import org.lethe.chat.ending.EndChat;
import org.lethe.chat.limit.ConnectionLimits;
import org.lethe.chat.live.ChatListener;
import org.lethe.chat.live.ChatStatus;
import org.lethe.chat.live.JoinOutcome;
import org.lethe.chat.live.LiveChats;
import org.lethe.chat.live.Seat;
import org.lethe.chat.live.SendOutcome;
import org.lethe.contracts.chat.Author;
import org.lethe.contracts.chat.MessageContent;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.contracts.event.EndReason;
import org.lethe.contracts.frame.ChatClientFrame;
import org.lethe.contracts.frame.ChatServerFrame;
import org.lethe.contracts.frame.ChatState;
import org.lethe.contracts.frame.ErrorFrame;
import org.lethe.contracts.frame.Speaker;
import org.lethe.contracts.personal.PersonName;
import org.lethe.contracts.signal.Farewell;
import org.lethe.runtime.caller.Caller;
import org.lethe.runtime.caller.TokenIssuer;
import org.lethe.runtime.problem.Refusal;
import org.lethe.runtime.socket.FrameSession;

/** One page of the visitor, with the chat that they are in. */
final class ChatSession implements FrameSession<ChatClientFrame>, ChatListener {
    private final Page page;
    private final Caller.Participant visitor;
    private final LiveChats chats;
    private final EndChat endChat;
    private final Boards boards;
    private final TokenIssuer tokens;
    private final ConnectionLimits limits;
    private volatile @Nullable Seat seat;
    private volatile Boards.@Nullable Watch queue;
    private volatile boolean waiting;

    ChatSession(
            Page page,
            Caller.Participant visitor,
            LiveChats chats,
            EndChat endChat,
            Boards boards,
            TokenIssuer tokens,
            ConnectionLimits limits) {
        this.page = page;
        this.visitor = visitor;
        this.chats = chats;
        this.endChat = endChat;
        this.boards = boards;
        this.tokens = tokens;
        this.limits = limits;
    }

    /** Joins the chat, or throws a refusal. */
    @Override
    public void start() {
        switch (chats.join(visitor.chat(), Author.VISITOR, null, this, page.seen())) {
            case JoinOutcome.Joined(Seat taken) -> {
                seat = taken;
                if (waiting) {
                    queue =
                            boards.watchPosition(
                                    visitor.account(), visitor.chat(), this::tellPosition);
                    if (!waiting) {
                        stopWaiting();
                    }
                }
            }
            case JoinOutcome.Gone(var farewell) ->
                    onEnded(farewell.orElseThrow(() -> new Refusal(ErrorCode.SCOPE_DESTROYED)));
            case JoinOutcome.Lost ignored -> throw new Refusal(ErrorCode.SCOPE_LOST);
            case JoinOutcome.Full ignored -> throw new Refusal(ErrorCode.TOO_MANY_REQUESTS);
            case JoinOutcome.Unavailable ignored -> throw new Refusal(ErrorCode.UNAVAILABLE);
        }
    }

    @Override
    public void stop() {
        stopWaiting();
        Seat taken = seat;
        if (taken != null) {
            taken.leave();
        }
    }

    /** Does what the page asks, or throws a refusal. */
    @Override
    public void onFrame(ChatClientFrame frame) {
        Seat taken = seat;
        if (taken == null) {
            throw new Refusal(ErrorCode.CHAT_ENDED);
        }
        switch (frame) {
            case ChatClientFrame.Hello ignored -> throw new Refusal(ErrorCode.MALFORMED);
            case ChatClientFrame.Send send -> send(taken, send);
            case ChatClientFrame.Typing typing -> {
                if (limits.takesSignal()) {
                    taken.typing(typing.on());
                }
            }
            case ChatClientFrame.Read read -> {
                if (limits.takesSignal()) {
                    taken.read(read.seq());
                }
            }
            case ChatClientFrame.End ignored -> {
                var _ = endChat.end(visitor.chat(), EndReason.VISITOR);
            }
        }
    }

    @Override
    public ErrorFrame refusal(ChatClientFrame frame, ErrorCode code) {
        return ErrorFrame.of(
                code, null, frame instanceof ChatClientFrame.Send send ? send.id() : null);
    }

    @Override
    public void onJoined(ChatStatus status) {
        waiting = status.state() == ChatState.QUEUED;
        page.send(
                new ChatServerFrame.Ready(
                        visitor.chat(),
                        status.state(),
                        status.seq(),
                        status.operatorName(),
                        tokens.participantToken(
                                visitor.account(), visitor.chat(), visitor.visit())));
        tellRead(Speaker.OPERATOR, status.operatorRead());
        tellRead(Speaker.VISITOR, status.visitorRead());
    }

    @Override
    public void onMessage(Message message) {
        MessageContent content = message.content();
        page.send(
                new ChatServerFrame.Message(
                        message.seq(),
                        message.id(),
                        message.author().speaker(),
                        content.name(),
                        content.text(),
                        content.file(),
                        message.at()));
    }

    @Override
    public void onTyping(Author author, boolean on) {
        if (!author.equals(Author.VISITOR)) {
            page.send(new ChatServerFrame.Typing(author.speaker(), on));
        }
    }

    @Override
    public void onRead(Speaker by, long seq) {
        tellRead(by, seq);
    }

    @Override
    public void onMoved(ChatState state, @Nullable PersonName operatorName) {
        if (state != ChatState.QUEUED) {
            stopWaiting();
        }
        page.send(new ChatServerFrame.State(state, null, operatorName));
    }

    @Override
    public void onEnded(Farewell farewell) {
        stopWaiting();
        page.send(new ChatServerFrame.Ended(farewell.reason(), farewell.destroyed()));
        page.close().run();
    }

    @Override
    public void onLost() {
        stopWaiting();
        page.refusals().accept(ErrorCode.SCOPE_LOST);
    }

    private void send(Seat taken, ChatClientFrame.Send send) {
        if (!limits.takesMessage()) {
            throw new Refusal(ErrorCode.TOO_MANY_REQUESTS);
        }
        switch (taken.send(send.id(), send.text(), send.file())) {
            case SendOutcome.Stored stored ->
                    page.send(new ChatServerFrame.Sent(send.id(), stored.seq(), stored.at()));
            case SendOutcome.Refused refused -> throw new Refusal(refused.code());
        }
    }

    private void tellPosition(int position) {
        if (waiting) {
            page.send(new ChatServerFrame.State(ChatState.QUEUED, position, null));
        }
    }

    private void tellRead(Speaker by, long seq) {
        if (seq > 0) {
            page.send(new ChatServerFrame.Read(by, seq));
        }
    }

    private void stopWaiting() {
        waiting = false;
        Boards.Watch watching = queue;
        queue = null;
        if (watching != null) {
            watching.close();
        }
    }
}
