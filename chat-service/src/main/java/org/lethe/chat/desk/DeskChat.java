package org.lethe.chat.desk;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lethe.chat.live.ChatListener;
import org.lethe.contracts.chat.Author;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.contracts.event.EndReason;
import org.lethe.contracts.frame.ChatServerFrame;
import org.lethe.contracts.frame.ChatState;
import org.lethe.contracts.frame.DeskServerFrame;
import org.lethe.contracts.frame.DestroyedView;
import org.lethe.contracts.frame.ErrorFrame;
import org.lethe.contracts.frame.Speaker;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.personal.PersonName;

/** Hands one chat on to the console that it shares with others. */
final class DeskChat implements ChatListener {
    private final ChatId chat;
    private final Author operator;
    private final Console console;
    private final Runnable onOver;

    DeskChat(ChatId chat, Console console, Author operator, Runnable onOver) {
        this.chat = chat;
        this.operator = operator;
        this.console = console;
        this.onOver = onOver;
    }

    @Override
    public void onJoined(ChatState state, long seq, @Nullable PersonName operatorName) {
        // The board tells it.
    }

    @Override
    public void onMessage(ChatServerFrame.Message message) {
        console.send(
                new DeskServerFrame.Message(
                        chat,
                        message.seq(),
                        message.id(),
                        message.from(),
                        message.name(),
                        message.text(),
                        message.file(),
                        message.at()));
    }

    @Override
    public void onTyping(Author author, boolean on) {
        if (!author.equals(operator)) {
            console.send(new DeskServerFrame.Typing(chat, author.speaker(), on));
        }
    }

    @Override
    public void onRead(Speaker by, long seq) {
        console.send(new DeskServerFrame.Read(chat, by, seq));
    }

    @Override
    public void onLeft(Optional<Instant> since) {
        console.send(new DeskServerFrame.Left(chat, since.orElse(null)));
    }

    @Override
    public void onMoved(ChatState state, @Nullable PersonName operatorName) {
        // The board tells it.
    }

    @Override
    public void onEnded(EndReason reason, DestroyedView destroyed) {
        console.send(new DeskServerFrame.Ended(chat, reason, destroyed));
        onOver.run();
    }

    /** With all that it shows: what else is there nobody can say either. */
    @Override
    public void onUnseen() {
        console.hangUp(ErrorCode.UNAVAILABLE);
    }

    /** What a console hears of a chat that went with its store. */
    static DeskServerFrame lost(ChatId chat) {
        return ErrorFrame.of(ErrorCode.SCOPE_LOST, chat, null);
    }

    @Override
    public void onLost() {
        console.send(lost(chat));
        onOver.run();
    }
}
