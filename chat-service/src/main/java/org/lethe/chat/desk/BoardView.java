package org.lethe.chat.desk;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lethe.contracts.frame.ChatState;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.id.OperatorId;
import org.lethe.contracts.signal.DeskSignal;

/** The chats of an account at one moment; ids, states and times only. */
public final class BoardView {
    private static final Comparator<DeskSignal.Moved> BY_AGE =
            Comparator.comparing(DeskSignal.Moved::since)
                    .thenComparing(entry -> entry.chat().value());

    private final List<DeskSignal.Moved> entries;
    private final List<DeskSignal.Moved> queue;

    /** Made once for all requests for chats, each of which asks. */
    private final Set<ChatId> known;

    /** Made once for all who wait, each of whom asks. */
    private final Map<ChatId, Integer> positions = new HashMap<>();

    /** Made once for all consoles, each of which asks. */
    private final Map<OperatorId, List<DeskSignal.Moved>> byOperator;

    /**
     * @param entries in whatever order they come
     */
    public BoardView(Collection<DeskSignal.Moved> entries) {
        this.entries = entries.stream().sorted(BY_AGE).toList();
        this.known = entries.stream().map(DeskSignal.Moved::chat).collect(toSet());
        this.queue = this.entries.stream().filter(BoardView::isQueued).toList();
        queue.forEach(entry -> positions.put(entry.chat(), positions.size() + 1));
        this.byOperator =
                this.entries.stream()
                        .filter(entry -> !isQueued(entry) && entry.operator().isPresent())
                        .collect(groupingBy(entry -> entry.operator().orElseThrow()));
    }

    /** Oldest first. */
    public List<DeskSignal.Moved> entries() {
        return entries;
    }

    /** Those that wait, oldest first. */
    public List<DeskSignal.Moved> queue() {
        return queue;
    }

    /** Those of an operator, oldest first. */
    public List<DeskSignal.Moved> chatsOf(OperatorId operator) {
        return byOperator.getOrDefault(operator, List.of());
    }

    int waiting() {
        return queue.size();
    }

    boolean knows(ChatId chat) {
        return known.contains(chat);
    }

    /** The place in the queue, from 1; empty if the chat does not wait. */
    Optional<Integer> position(ChatId chat) {
        return Optional.ofNullable(positions.get(chat));
    }

    static boolean isQueued(DeskSignal.Moved entry) {
        return entry.state() == ChatState.QUEUED;
    }
}
