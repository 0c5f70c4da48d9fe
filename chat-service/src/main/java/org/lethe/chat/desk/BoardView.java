package org.lethe.chat.desk;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.lethe.contracts.frame.ChatState;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.id.OperatorId;
import org.lethe.contracts.signal.DeskSignal;

/**
 * The chats of an account at one moment; ids, states and times only.
 *
 * @param entries oldest first, in whatever order they come
 */
public record BoardView(List<DeskSignal.Moved> entries) {
    private static final Comparator<DeskSignal.Moved> BY_AGE =
            Comparator.comparing(DeskSignal.Moved::since)
                    .thenComparing(entry -> entry.chat().value());

    public BoardView {
        entries = entries.stream().sorted(BY_AGE).toList();
    }

    public List<DeskSignal.Moved> queue() {
        return entries.stream().filter(BoardView::isQueued).toList();
    }

    public List<DeskSignal.Moved> chatsOf(OperatorId operator) {
        return entries.stream().filter(entry -> isOf(operator, entry)).toList();
    }

    /** The place in the queue, from 1; empty if the chat does not wait. */
    Optional<Integer> position(ChatId chat) {
        int ahead = queue().stream().map(DeskSignal.Moved::chat).toList().indexOf(chat);
        return ahead < 0 ? Optional.empty() : Optional.of(ahead + 1);
    }

    private static boolean isQueued(DeskSignal.Moved entry) {
        return entry.state() == ChatState.QUEUED;
    }

    private static boolean isOf(OperatorId operator, DeskSignal.Moved entry) {
        return !isQueued(entry) && entry.operator().equals(Optional.of(operator));
    }
}
