package org.lethe.chat.desk;

import static java.util.stream.Collectors.toSet;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.lethe.chat.conversation.ChatMeta;
import org.lethe.contracts.frame.DeskServerFrame;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.personal.QuestionText;
import org.lethe.contracts.signal.DeskSignal;
import org.lethe.runtime.caller.Caller;

/**
 * Tells one console the queue and its operator's chats when there is news. What was told is noted
 * only after it was sent, and as it was sent, so that what was missing is told the next time.
 */
final class DeskBoard {

    private static final int MOST_AT_ONCE = 20;
    private static final int LONGEST_QUESTION = 200;

    private final Console console;
    private final Function<List<ChatId>, Map<ChatId, ChatMeta>> metas;
    private final Map<ChatId, Shown> told = new HashMap<>();
    private boolean queueIsTold;
    private @Nullable List<Shown> toldChats;

    /**
     * @param metas reads how far chats are
     */
    DeskBoard(Console console, Function<List<ChatId>, Map<ChatId, ChatMeta>> metas) {
        this.console = console;
        this.metas = metas;
    }

    /** Begins with ready. False if one of the chats can't be read now. */
    boolean tellChats(Function<ChatId, Optional<ChatCard>> cards, BoardView view) {
        List<DeskSignal.Moved> chats = view.chatsOf(console.operator().operator());
        List<Shown> shown = shown(cards, chats);
        boolean complete = shown.size() == chats.size();
        if (!complete && leavesOutToldOne(chats, shown)) {
            // A console takes a chat that is left out for one that is over.
            return false;
        }
        if (!shown.equals(toldChats)) {
            var list = new DeskServerFrame.Chats(own(shown));
            if (toldChats == null) {
                console.send(ready(console.operator()));
            }
            console.send(list);
            toldChats = shown;
        }
        return complete;
    }

    /** False if one of the chats can't be read now. */
    boolean tellQueue(Function<ChatId, Optional<ChatCard>> cards, BoardView view) {
        List<DeskSignal.Moved> queue = view.queue();
        List<Shown> shown = shown(cards, queue);
        Set<ChatId> waiting = queue.stream().map(DeskSignal.Moved::chat).collect(toSet());
        List<ChatId> gone = told.keySet().stream().filter(chat -> !waiting.contains(chat)).toList();
        List<Shown> news =
                shown.stream().filter(each -> !each.equals(told.get(each.entry().chat()))).toList();
        if (!queueIsTold || !gone.isEmpty() || !news.isEmpty()) {
            tell(news, gone);
        }
        return shown.size() == queue.size();
    }

    /** Not before the first list was read: who is ready counts on the store. */
    private static DeskServerFrame.Ready ready(Caller.Operator operator) {
        return new DeskServerFrame.Ready(operator.operator(), operator.name(), operator.account());
    }

    /** In small frames: how many wait is in strangers' hands, and must not cut off a console. */
    private void tell(List<Shown> news, List<ChatId> gone) {
        List<ChatId> left = gone;
        for (int from = 0; from == 0 || from < news.size(); from += MOST_AT_ONCE) {
            List<Shown> page = news.subList(from, Math.min(from + MOST_AT_ONCE, news.size()));
            console.send(
                    new DeskServerFrame.Queue(page.stream().map(DeskBoard::queued).toList(), left));
            queueIsTold = true;
            left.forEach(told::remove);
            page.forEach(each -> told.put(each.entry().chat(), each));
            left = List.of();
        }
    }

    private boolean leavesOutToldOne(List<DeskSignal.Moved> chats, List<Shown> shown) {
        List<Shown> before = toldChats;
        if (before == null) {
            return false;
        }
        Set<ChatId> leftOut = chats.stream().map(DeskSignal.Moved::chat).collect(toSet());
        shown.forEach(each -> leftOut.remove(each.entry().chat()));
        return before.stream().anyMatch(each -> leftOut.contains(each.entry().chat()));
    }

    private static List<Shown> shown(
            Function<ChatId, Optional<ChatCard>> cards, List<DeskSignal.Moved> entries) {
        return entries.stream()
                .flatMap(entry ->
                        cards.apply(entry.chat()).map(card -> new Shown(entry, card)).stream())
                .toList();
    }

    private List<DeskServerFrame.OwnChat> own(List<Shown> chats) {
        Map<ChatId, ChatMeta> read =
                metas.apply(chats.stream().map(shown -> shown.entry().chat()).toList());
        return chats.stream().map(shown -> own(shown, read.get(shown.entry().chat()))).toList();
    }

    private static DeskServerFrame.OwnChat own(Shown shown, @Nullable ChatMeta meta) {
        DeskSignal.Moved entry = shown.entry();
        ChatCard card = shown.card();
        return new DeskServerFrame.OwnChat(
                entry.chat(),
                entry.visit(),
                entry.state(),
                card.name(),
                card.email(),
                card.question(),
                card.address(),
                card.host(),
                meta == null ? 0 : meta.seq());
    }

    private static DeskServerFrame.QueuedChat queued(Shown shown) {
        DeskSignal.Moved entry = shown.entry();
        ChatCard card = shown.card();
        return new DeskServerFrame.QueuedChat(
                entry.chat(),
                entry.visit(),
                entry.since(),
                card.name(),
                card.email(),
                beginning(card.question()),
                card.address(),
                card.host());
    }

    private static @Nullable QuestionText beginning(@Nullable QuestionText question) {
        return question == null ? null : question.beginning(LONGEST_QUESTION);
    }

    /** A chat as the console was told of it. */
    private record Shown(DeskSignal.Moved entry, ChatCard card) {}
}
