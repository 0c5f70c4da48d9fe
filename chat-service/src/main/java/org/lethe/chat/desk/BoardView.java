package org.lethe.chat.desk;

import java.util.List;
import java.util.Optional;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.id.OperatorId;

/**
 * The chats of an account at one moment.
 *
 * @param entries oldest first
 */
public record BoardView(List<BoardEntry> entries) {
    public BoardView {
        entries = List.copyOf(entries);
    }

    public List<BoardEntry> queue() {
        return entries.stream().filter(BoardEntry::isQueued).toList();
    }

    public List<BoardEntry> chatsOf(OperatorId operator) {
        return entries.stream().filter(entry -> entry.isOf(operator)).toList();
    }

    /** The place in the queue, from 1; empty if the chat does not wait. */
    Optional<Integer> position(ChatId chat) {
        int position = 0;
        for (BoardEntry entry : entries) {
            if (entry.isQueued()) {
                position++;
                if (entry.chat().equals(chat)) {
                    return Optional.of(position);
                }
            }
        }
        return Optional.empty();
    }
}
