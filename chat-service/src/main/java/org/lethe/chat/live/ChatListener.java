package org.lethe.chat.live;

import org.jspecify.annotations.Nullable;
import org.lethe.chat.conversation.Message;
import org.lethe.contracts.chat.Author;
import org.lethe.contracts.frame.ChatState;
import org.lethe.contracts.frame.Speaker;
import org.lethe.contracts.personal.PersonName;
import org.lethe.contracts.signal.Farewell;

/** One socket's view of a chat. Called one at a time; must not block. */
public interface ChatListener {

    /** The first call: where the chat stands. The messages that the client lacks follow. */
    void onJoined(ChatStatus status);

    /** Each message once, in order. */
    void onMessage(Message message);

    void onTyping(Author author, boolean on);

    void onRead(Speaker by, long seq);

    void onMoved(ChatState state, @Nullable PersonName operatorName);

    /** The last call: everything of the chat is destroyed. */
    void onEnded(Farewell farewell);

    /** The last call, instead: the chat was lost with its store, and nobody destroyed it. */
    void onLost();
}
