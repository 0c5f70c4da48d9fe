package org.lethe.chat.visitor;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.lethe.chat.InMemory;
import org.lethe.chat.desk.Boards;
import org.lethe.chat.desk.TestDesk;
import org.lethe.chat.ending.TestEnding;
import org.lethe.chat.live.LiveChats;
import org.lethe.chat.live.TestLive;
import org.lethe.chat.presence.TestPages;
import org.lethe.chat.presence.VisitorPages;
import org.lethe.contracts.frame.ChatClientFrame;
import org.lethe.contracts.frame.ChatServerFrame;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.id.ClientMessageId;
import org.lethe.contracts.personal.MessageText;
import org.lethe.runtime.caller.Caller;
import org.lethe.runtime.caller.TokenIssuer;

/** A visitor's page in a chat that waits, and what it is told. */
abstract class ChatSessionScene {

    final InMemory memory = new InMemory();
    final LiveChats chats = TestLive.chats(memory);
    final Boards boards = TestDesk.boards(memory);
    final VisitorPages pages = TestPages.pages(memory);
    final ChatId chat = memory.queued();
    final List<ChatServerFrame> sent = new CopyOnWriteArrayList<>();
    final List<String> closed = new CopyOnWriteArrayList<>();
    final ChatSession session = session(sent, closed, 0);

    ChatSession session(List<ChatServerFrame> frames, List<String> ends, long seen) {
        return session(chat, frames, ends, seen, chats);
    }

    ChatSession limited(Map<String, String> limits) {
        return session(chat, sent, closed, 0, TestLive.chats(memory, limits));
    }

    ChatSession session(
            ChatId of, List<ChatServerFrame> frames, List<String> ends, long seen, LiveChats live) {
        return new ChatSession(
                new ChatSession.Page(
                        frames::add,
                        code -> ends.add(code.code()),
                        () -> ends.add("closed"),
                        () -> TestPages.nanos(memory.clock),
                        seen),
                new Caller.Participant(InMemory.ACME, of, memory.visit()),
                live,
                TestEnding.endChat(memory),
                boards,
                pages,
                new TokenIssuer(
                        jwt -> "header.claims.signature", Duration.ofHours(1), memory.clock));
    }

    static ChatClientFrame.Send message(int number) {
        return new ChatClientFrame.Send(
                ClientMessageId.of("message-%04d".formatted(number)),
                MessageText.of("line " + number),
                null);
    }

    static List<Long> messages(List<ChatServerFrame> frames) {
        return frames.stream()
                .filter(ChatServerFrame.Message.class::isInstance)
                .map(frame -> ((ChatServerFrame.Message) frame).seq())
                .toList();
    }
}
