package org.lethe.chat.desk;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.lethe.chat.conversation.ChatMeta;
import org.lethe.contracts.frame.DeskServerFrame;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.personal.QuestionText;
import org.lethe.contracts.signal.DeskSignal;
import org.lethe.runtime.caller.Caller;

/**
 * Tells one console the queue and its operator's chats, and then what changes of them. What was
 * told is noted only after it was sent, and as it was sent, so that what was missing is told the
 * next time.
 */
final class DeskBoard {

    private static final int MOST_AT_ONCE = 20;
    private static final int LONGEST_QUESTION = 200;

    private final Console console;
    private final Function<List<ChatId>, Map<ChatId, ChatMeta>> metas;
    private final Supplier<Instant> now;
    private final ToldChats queue = new ToldChats();
    private final ToldChats own = new ToldChats();

    /**
     * @param metas reads how far chats are
     */
    DeskBoard(
            Console console,
            Function<List<ChatId>, Map<ChatId, ChatMeta>> metas,
            Supplier<Instant> now) {
        this.console = console;
        this.metas = metas;
        this.now = now;
    }

    /** Begins with ready. False if one of the chats can't be read now. */
    boolean tellChats(Function<ChatId, Optional<ChatCard>> cards, BoardView view) {
        ToldChats.Change change = own.changeTo(view.chatsOf(console.operator().operator()), cards);
        if (own.isNews(change)) {
            var frame = new DeskServerFrame.Chats(own(change.news()), change.gone());
            if (!own.isBegun()) {
                console.send(ready(console.operator()));
            }
            console.send(frame);
            own.note(change.news(), change.gone());
        }
        return change.isComplete();
    }

    /** False if one of the chats can't be read now. */
    boolean tellQueue(Function<ChatId, Optional<ChatCard>> cards, BoardView view) {
        ToldChats.Change change = queue.changeTo(view.queue(), cards);
        if (queue.isNews(change)) {
            tell(change.news(), change.gone());
        }
        return change.isComplete();
    }

    /** Not before the first list was read: who is ready counts on the store. */
    private DeskServerFrame.Ready ready(Caller.Operator operator) {
        return new DeskServerFrame.Ready(
                operator.operator(), operator.name(), operator.account(), now.get());
    }

    /** In small frames: how many wait is in strangers' hands, and must not cut off a console. */
    private void tell(List<ToldChats.Shown> news, List<ChatId> gone) {
        List<ChatId> left = gone;
        for (int from = 0; from == 0 || from < news.size(); from += MOST_AT_ONCE) {
            List<ToldChats.Shown> page =
                    news.subList(from, Math.min(from + MOST_AT_ONCE, news.size()));
            console.send(
                    new DeskServerFrame.Queue(page.stream().map(DeskBoard::queued).toList(), left));
            queue.note(page, left);
            left = List.of();
        }
    }

    private List<DeskServerFrame.OwnChat> own(List<ToldChats.Shown> chats) {
        Map<ChatId, ChatMeta> read =
                metas.apply(chats.stream().map(shown -> shown.entry().chat()).toList());
        return chats.stream().map(shown -> own(shown, read.get(shown.entry().chat()))).toList();
    }

    private static DeskServerFrame.OwnChat own(ToldChats.Shown shown, @Nullable ChatMeta meta) {
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

    private static DeskServerFrame.QueuedChat queued(ToldChats.Shown shown) {
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
}
