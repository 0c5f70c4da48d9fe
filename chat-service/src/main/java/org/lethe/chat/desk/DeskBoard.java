package org.lethe.chat.desk;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lethe.chat.conversation.ChatMeta;
import org.lethe.contracts.frame.DeskServerFrame;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.signal.DeskSignal;
import org.lethe.runtime.caller.Caller;

/**
 * Tells one console the queue and its operator's chats when there is news. What was told is noted
 * only after it was sent, and as it was sent, so that what was missing is told the next time.
 */
final class DeskBoard {

    private final Console console;
    private final Function<List<ChatId>, Map<ChatId, ChatMeta>> metas;
    private @Nullable List<Shown> toldQueue;
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
        if (!shown.equals(toldQueue)) {
            console.send(new DeskServerFrame.Queue(shown.stream().map(DeskBoard::queued).toList()));
            toldQueue = shown;
        }
        return shown.size() == queue.size();
    }

    /** Not before the first list was read: who is ready counts on the store. */
    private static DeskServerFrame.Ready ready(Caller.Operator operator) {
        return new DeskServerFrame.Ready(operator.operator(), operator.name(), operator.account());
    }

    private boolean leavesOutToldOne(List<DeskSignal.Moved> chats, List<Shown> shown) {
        List<Shown> before = toldChats;
        if (before == null) {
            return false;
        }
        Set<ChatId> leftOut =
                chats.stream().map(DeskSignal.Moved::chat).collect(Collectors.toSet());
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
                card.question(),
                card.address(),
                card.host());
    }

    /** A chat as the console was told of it. */
    private record Shown(DeskSignal.Moved entry, ChatCard card) {}
}
