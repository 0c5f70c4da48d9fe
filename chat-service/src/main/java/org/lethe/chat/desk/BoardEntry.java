package org.lethe.chat.desk;

import java.time.Instant;
import java.util.Optional;
import org.lethe.chat.conversation.ChatMeta;
import org.lethe.contracts.Coded;
import org.lethe.contracts.frame.ChatState;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.id.OperatorId;
import org.lethe.contracts.id.VisitId;

/** A chat on the board of its account; ids, state and time only. */
public record BoardEntry(
        ChatId chat, ChatState state, Instant since, VisitId visit, Optional<OperatorId> operator) {
    private static final int FIELDS = 5;

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

    /** Reads {@code <chat> <state> <ms> <visit> <operator or ->}, as the scripts tell it. */
    static BoardEntry parse(String signal) {
        String[] parts = signal.split(" ", -1);
        if (parts.length != FIELDS) {
            throw new IllegalArgumentException("not a change of the board");
        }
        return new BoardEntry(
                ChatId.of(parts[0]),
                Coded.of(ChatState.class, parts[1]),
                Instant.ofEpochMilli(Long.parseLong(parts[2])),
                VisitId.of(parts[3]),
                Optional.of(parts[4]).filter(id -> !id.equals("-")).map(OperatorId::of));
    }

    boolean isQueued() {
        return state == ChatState.QUEUED;
    }

    boolean isOf(OperatorId who) {
        return !isQueued() && operator.equals(Optional.of(who));
    }
}
