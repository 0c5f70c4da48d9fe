package org.lethe.chat.visitor;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.lethe.chat.conversation.ChatStore;
import org.lethe.chat.desk.Boards;
import org.lethe.chat.ending.EndChat;
import org.lethe.chat.live.ChatListener;
import org.lethe.chat.live.LiveChats;
import org.lethe.chat.live.Occupant;
import org.lethe.chat.live.Seat;
import org.lethe.chat.presence.VisitorPages;
import org.lethe.contracts.chat.Author;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.contracts.event.EndReason;
import org.lethe.contracts.frame.ChatClientFrame;
import org.lethe.contracts.frame.ChatServerFrame;
import org.lethe.contracts.frame.ChatState;
import org.lethe.contracts.frame.DestroyedView;
import org.lethe.contracts.frame.Speaker;
import org.lethe.contracts.personal.PersonName;
import org.lethe.privacy.redis.Subscription;
import org.lethe.runtime.caller.Caller;
import org.lethe.runtime.caller.TokenIssuer;
import org.lethe.runtime.problem.Refusal;
import org.lethe.runtime.socket.FrameSession;

/** One page of the visitor, with the chat that they are in. */
final class ChatSession implements FrameSession<ChatClientFrame>, ChatListener, VisitorPages.Page {
    private final Page page;
    private final Caller.Participant visitor;
    private final LiveChats chats;
    private final EndChat endChat;
    private final Boards boards;
    private final VisitorPages pages;
    private final TokenIssuer tokens;
    private volatile @Nullable Seat seat;
    private volatile @Nullable Subscription queue;
    private volatile boolean waiting;

    ChatSession(
            Page page,
            Caller.Participant visitor,
            LiveChats chats,
            EndChat endChat,
            Boards boards,
            VisitorPages pages,
            TokenIssuer tokens) {
        this.page = page;
        this.visitor = visitor;
        this.chats = chats;
        this.endChat = endChat;
        this.boards = boards;
        this.pages = pages;
        this.tokens = tokens;
    }

    /** Joins the chat, or throws a refusal. */
    @Override
    public void start() {
        Occupant occupant = chats.occupant(Author.VISITOR, null, visitor);
        seat = join(occupant);
        pages.came(visitor.chat(), this);
        if (waiting) {
            queue = boards.watchPosition(visitor.account(), visitor.chat(), this::tellPosition);
            if (!waiting) {
                stopWaiting();
            }
        }
    }

    private Seat join(Occupant occupant) {
        try {
            return chats.join(visitor.chat(), occupant, this, page.seen());
        } catch (Refusal refusal) {
            if (refusal.code() == ErrorCode.SCOPE_LOST) {
                chats.tellLost(visitor.chat(), visitor.account());
            }
            throw refusal;
        }
    }

    @Override
    public void stop() {
        stopWaiting();
        pages.went(visitor.chat(), this);
        Seat taken = seat;
        if (taken != null) {
            taken.leave();
        }
    }

    @Override
    public long heardAt() {
        return page.heardAt().getAsLong();
    }

    /** Does what the page asks, or throws a refusal. */
    @Override
    public void onFrame(ChatClientFrame frame) {
        Seat taken = seat;
        if (taken == null) {
            throw new Refusal(ErrorCode.CHAT_ENDED);
        }
        switch (frame) {
            case ChatClientFrame.Hello _ -> throw new Refusal(ErrorCode.MALFORMED);
            case ChatClientFrame.Send(var id, var text, var file) -> {
                ChatStore.Stored stored = taken.send(id, text, file);
                page.send(new ChatServerFrame.Sent(id, stored.seq(), stored.at()));
            }
            case ChatClientFrame.Typing(boolean on) -> taken.typing(on);
            case ChatClientFrame.Read(long seq) -> taken.read(seq);
            case ChatClientFrame.End _ -> endChat.begin(visitor.chat(), EndReason.VISITOR);
        }
    }

    @Override
    public void onJoined(ChatState state, long seq, @Nullable PersonName operatorName) {
        waiting = state == ChatState.QUEUED;
        page.send(
                new ChatServerFrame.Ready(
                        visitor.chat(),
                        state,
                        seq,
                        operatorName,
                        tokens.participantToken(
                                visitor.account(), visitor.chat(), visitor.visit())));
    }

    @Override
    public void onMessage(ChatServerFrame.Message message) {
        page.send(message);
    }

    @Override
    public void onTyping(Author author, boolean on) {
        if (!author.equals(Author.VISITOR)) {
            page.send(new ChatServerFrame.Typing(author.speaker(), on));
        }
    }

    @Override
    public void onRead(Speaker by, long seq) {
        page.send(new ChatServerFrame.Read(by, seq));
    }

    @Override
    public void onLeft(Optional<Instant> since) {
        // That is the visitor's own.
    }

    @Override
    public void onMoved(ChatState state, @Nullable PersonName operatorName) {
        if (state != ChatState.QUEUED) {
            stopWaiting();
        }
        page.send(new ChatServerFrame.State(state, null, operatorName));
    }

    @Override
    public void onEnded(EndReason reason, DestroyedView destroyed) {
        stopWaiting();
        page.send(new ChatServerFrame.Ended(reason, destroyed));
        page.close().run();
    }

    @Override
    public void onLost() {
        stopWaiting();
        page.refusals().accept(ErrorCode.SCOPE_LOST);
    }

    @Override
    public void onUnseen() {
        stopWaiting();
        page.refusals().accept(ErrorCode.UNAVAILABLE);
    }

    private void tellPosition(int position) {
        if (waiting) {
            page.send(new ChatServerFrame.State(ChatState.QUEUED, position, null));
        }
    }

    private void stopWaiting() {
        waiting = false;
        Subscription watching = queue;
        queue = null;
        if (watching != null) {
            watching.close();
        }
    }

    /**
     * The visitor's end of a socket.
     *
     * @param frames is sent what happens in the chat
     * @param refusals is told why the socket can't go on, and closed
     * @param close closes the socket of a chat that is over
     * @param heardAt tells when the last frame came, by {@link System#nanoTime}
     * @param seen the last message that the page has, 0 for none
     */
    record Page(
            Consumer<ChatServerFrame> frames,
            Consumer<ErrorCode> refusals,
            Runnable close,
            LongSupplier heardAt,
            long seen) {

        void send(ChatServerFrame frame) {
            frames.accept(frame);
        }
    }
}
