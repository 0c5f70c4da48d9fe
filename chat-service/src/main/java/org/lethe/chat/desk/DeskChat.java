package org.lethe.chat.desk;

import org.jspecify.annotations.Nullable;
import org.lethe.chat.conversation.Message;
import org.lethe.chat.live.ChatListener;
import org.lethe.chat.live.ChatStatus;
import org.lethe.contracts.chat.Author;
import org.lethe.contracts.chat.MessageContent;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.contracts.frame.ChatState;
import org.lethe.contracts.frame.DeskServerFrame;
import org.lethe.contracts.frame.ErrorFrame;
import org.lethe.contracts.frame.Speaker;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.personal.PersonName;
import org.lethe.contracts.signal.Farewell;

/** Hands one chat on to the console that it shares with others. */
final class DeskChat implements ChatListener {
    private final ChatId chat;
    private final Console console;
    private final Runnable onOver;

    DeskChat(ChatId chat, Console console, Runnable onOver) {
        this.chat = chat;
        this.console = console;
        this.onOver = onOver;
    }

    @Override
    public void onJoined(ChatStatus status) {
        tellRead(Speaker.VISITOR, status.visitorRead());
        tellRead(Speaker.OPERATOR, status.operatorRead());
    }

    @Override
    public void onMessage(Message message) {
        MessageContent content = message.content();
        console.send(
                new DeskServerFrame.Message(
                        chat,
                        message.seq(),
                        message.id(),
                        message.author().speaker(),
                        content.name(),
                        content.text(),
                        content.file(),
                        message.at()));
    }

    @Override
    public void onTyping(Author author, boolean on) {
        if (!author.equals(console.author())) {
            console.send(new DeskServerFrame.Typing(chat, author.speaker(), on));
        }
    }

    @Override
    public void onRead(Speaker by, long seq) {
        tellRead(by, seq);
    }

    @Override
    public void onMoved(ChatState state, @Nullable PersonName operatorName) {
        // The board tells it.
    }

    @Override
    public void onEnded(Farewell farewell) {
        console.send(new DeskServerFrame.Ended(chat, farewell.reason(), farewell.destroyed()));
        onOver.run();
    }

    @Override
    public void onLost() {
        console.send(ErrorFrame.of(ErrorCode.SCOPE_LOST, chat, null));
        onOver.run();
    }

    private void tellRead(Speaker by, long seq) {
        if (seq > 0) {
            console.send(new DeskServerFrame.Read(chat, by, seq));
        }
    }
}
