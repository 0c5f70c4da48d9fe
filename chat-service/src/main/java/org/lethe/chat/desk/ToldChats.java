package org.lethe.chat.desk;

import static java.util.stream.Collectors.toSet;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.signal.DeskSignal;

/** Some chats as a console was told of them; used by one thread at a time. */
final class ToldChats {

    private final Map<ChatId, Shown> told = new HashMap<>();
    private boolean begun;

    /**
     * What a console does not know yet.
     *
     * @param entries all chats that there are now
     * @param cards what is shown of a chat, empty if it can't be read now; one that was told stays
     *     told then
     */
    Change changeTo(List<DeskSignal.Moved> entries, Function<ChatId, Optional<ChatCard>> cards) {
        List<Shown> shown =
                entries.stream()
                        .flatMap(entry ->
                                cards
                                        .apply(entry.chat())
                                        .map(card -> new Shown(entry, card))
                                        .stream())
                        .toList();
        Set<ChatId> present = entries.stream().map(DeskSignal.Moved::chat).collect(toSet());
        return new Change(
                shown.stream().filter(each -> !each.equals(told.get(each.chat()))).toList(),
                told.keySet().stream().filter(chat -> !present.contains(chat)).toList(),
                shown.size() == entries.size());
    }

    /** Whether a console is to be told: in any case the first time. */
    boolean isNews(Change change) {
        return !begun || !change.news().isEmpty() || !change.gone().isEmpty();
    }

    /** Whether the console was told anything. */
    boolean isBegun() {
        return begun;
    }

    /** After it was sent. */
    void note(List<Shown> news, List<ChatId> gone) {
        begun = true;
        gone.forEach(told::remove);
        news.forEach(each -> told.put(each.chat(), each));
    }

    /** A chat as a console is shown it. */
    record Shown(DeskSignal.Moved entry, ChatCard card) {
        ChatId chat() {
            return entry.chat();
        }
    }

    /**
     * @param isComplete false if a chat could not be read
     */
    record Change(List<Shown> news, List<ChatId> gone, boolean isComplete) {}
}
