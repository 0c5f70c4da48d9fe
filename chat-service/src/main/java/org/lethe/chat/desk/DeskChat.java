package org.lethe.chat.desk;

import org.jspecify.annotations.Nullable;
import org.lethe.contracts.chat.Author;
import org.lethe.contracts.signal.Farewell;
import org.lethe.chat.conversation.Message;
import org.lethe.contracts.chat.MessageContent;
import org.lethe.chat.live.ChatListener;
import org.lethe.chat.live.ChatStatus;
import org.lethe.contracts.frame.ChatState;
import org.lethe.contracts.frame.DeskServerFrame;
import org.lethe.contracts.frame.Speaker;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.personal.PersonName;
import org.lethe.runtime.socket.Peer;

/** Hands one chat on to the console that it shares with others. */
final class DeskChat implements ChatListener {
    private final ChatId chat;
    private final Author self;
    private final Peer<DeskServerFrame> peer;
    private final Runnable onEnded;

    DeskChat(ChatId chat, Author self, Peer<DeskServerFrame> peer, Runnable onEnded) {
        this.chat = chat;
        this.self = self;
        this.peer = peer;
        this.onEnded = onEnded;
    }

    @Override
    public void onJoined(ChatStatus status) {
        tellRead(Speaker.VISITOR, status.visitorRead());
        tellRead(Speaker.OPERATOR, status.operatorRead());
    }

    @Override
    public void onMessage(Message message) {
        MessageContent content = message.content();
        peer.send(
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
        if (!author.equals(self)) {
            peer.send(new DeskServerFrame.Typing(chat, author.speaker(), on));
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
        peer.send(new DeskServerFrame.Ended(chat, farewell.reason(), farewell.destroyed()));
        onEnded.run();
    }

    private void tellRead(Speaker by, long seq) {
        if (seq > 0) {
            peer.send(new DeskServerFrame.Read(chat, by, seq));
        }
    }
}
