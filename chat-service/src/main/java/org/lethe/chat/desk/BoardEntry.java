package org.lethe.chat.desk;

import java.time.Instant;
import java.util.Optional;
import org.lethe.chat.conversation.ChatMeta;
import org.lethe.contracts.frame.ChatState;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.id.OperatorId;
import org.lethe.contracts.id.VisitId;
import org.lethe.contracts.signal.DeskSignal;

/** A chat on the board of its account; ids, state and time only. */
public record BoardEntry(
        ChatId chat, ChatState state, Instant since, VisitId visit, Optional<OperatorId> operator) {
    /** Empty while the chat is opened. */
    static Optional<BoardEntry> of(ChatId chat, ChatMeta meta) {
        return meta.isErasing()
                ? Optional.empty()
                : meta.state()
                        .map(state ->
                                new BoardEntry(
                                        chat,
                                        state,
                                        meta.created(),
                                        meta.visit(),
                                        meta.operator()));
    }

    static BoardEntry of(DeskSignal.Moved moved) {
        return new BoardEntry(
                moved.chat(), moved.state(), moved.since(), moved.visit(), moved.operator());
    }

    boolean isQueued() {
        return state == ChatState.QUEUED;
    }

    boolean isOf(OperatorId who) {
        return !isQueued() && operator.equals(Optional.of(who));
    }
}
