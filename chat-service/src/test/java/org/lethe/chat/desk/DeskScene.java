package org.lethe.chat.desk;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;
import org.lethe.chat.InMemory;
import org.lethe.chat.TestSettings;
import org.lethe.chat.ending.TestEnding;
import org.lethe.chat.live.LiveChats;
import org.lethe.chat.live.TestLive;
import org.lethe.chat.loss.AccountLosses;
import org.lethe.chat.loss.TestLosses;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.contracts.frame.DeskClientFrame;
import org.lethe.contracts.frame.DeskServerFrame;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.id.ClientMessageId;
import org.lethe.contracts.personal.MessageText;
import org.lethe.runtime.problem.Refusal;

/** An operator's desk, and what its consoles are told. */
abstract class DeskScene {

    final InMemory memory = new InMemory();
    final LiveChats chats = TestLive.chats(memory);
    final Boards boards = TestDesk.boards(memory);
    final Attendance attendance =
            new Attendance(memory.operators, TestSettings.of(DeskSettings.class));
    final AccountLosses losses = TestLosses.read(memory.clock);
    final List<ErrorCode> refusals = new CopyOnWriteArrayList<>();
    final List<DeskServerFrame> sent = new CopyOnWriteArrayList<>();
    final DeskSession anna = session(sent, Map.of());

    DeskSession session(List<DeskServerFrame> frames, Map<ChatId, Long> seen) {
        return session(frames, seen, chats);
    }

    DeskSession session(List<DeskServerFrame> frames, Map<ChatId, Long> seen, LiveChats live) {
        return new DeskSession(
                new Console(
                        "connection-" + frames.hashCode(),
                        InMemory.operator(InMemory.ANNA, "Anna"),
                        frames::add,
                        _ -> true,
                        refusals::add,
                        seen),
                live,
                boards,
                attendance,
                new AcceptChat(memory.store),
                TestEnding.endChat(memory),
                losses);
    }

    void accept(ChatId chat) {
        accept(anna, chat);
    }

    /** Accepts and waits until the seat is taken. */
    void accept(DeskSession session, ChatId chat) {
        session.onFrame(new DeskClientFrame.Accept(chat));
        Awaitility.await().until(() -> own().contains(chat) && isSeated(session, chat));
    }

    private static boolean isSeated(DeskSession session, ChatId chat) {
        try {
            session.onFrame(new DeskClientFrame.Read(chat, 0));
            return true;
        } catch (Refusal notYet) {
            return false;
        }
    }

    static DeskClientFrame.Send message(ChatId chat, int number) {
        return new DeskClientFrame.Send(
                chat,
                ClientMessageId.of("message-%04d".formatted(number)),
                MessageText.of("line " + number),
                null);
    }

    static List<Long> messages(List<DeskServerFrame> frames) {
        return frames.stream()
                .filter(DeskServerFrame.Message.class::isInstance)
                .map(frame -> ((DeskServerFrame.Message) frame).seq())
                .toList();
    }

    /** What a console shows after all changes. */
    List<ChatId> queue() {
        var queue = new LinkedHashSet<ChatId>();
        for (DeskServerFrame frame : sent) {
            if (frame instanceof DeskServerFrame.Queue(var chats, var gone)) {
                gone.forEach(queue::remove);
                chats.forEach(each -> queue.add(each.chat()));
            }
        }
        return List.copyOf(queue);
    }

    List<ChatId> own() {
        var own = new LinkedHashSet<ChatId>();
        for (DeskServerFrame frame : sent) {
            if (frame instanceof DeskServerFrame.Chats(var chats, var gone)) {
                gone.forEach(own::remove);
                chats.forEach(each -> own.add(each.chat()));
            }
        }
        return List.copyOf(own);
    }
}
