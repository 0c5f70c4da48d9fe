package org.lethe.chat.live;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lethe.contracts.chat.Author;
import org.lethe.contracts.event.EndReason;
import org.lethe.contracts.frame.ChatServerFrame;
import org.lethe.contracts.frame.ChatState;
import org.lethe.contracts.frame.DestroyedView;
import org.lethe.contracts.frame.Speaker;
import org.lethe.contracts.personal.PersonName;

/** One socket's view of a chat. Called one at a time; must not block. */
public interface ChatListener {

    /**
     * The first call: where the chat stands. How far it was read, that its visitor has left, and
     * the messages that the client lacks, follow.
     *
     * @param seq its last message
     */
    void onJoined(ChatState state, long seq, @Nullable PersonName operatorName);

    /** Each message once, in order. */
    void onMessage(ChatServerFrame.Message message);

    void onTyping(Author author, boolean on);

    void onRead(Speaker by, long seq);

    /** The visitor's last page in the chat is gone since then; empty: one is back. */
    void onLeft(Optional<Instant> since);

    void onMoved(ChatState state, @Nullable PersonName operatorName);

    /** The last call: everything of the chat is destroyed. */
    void onEnded(EndReason reason, DestroyedView destroyed);

    /** The last call, instead: the chat was lost with its store, and nobody destroyed it. */
    void onLost();

    /**
     * The last call, instead: nobody can say whether the chat is still there. Whoever is in it may
     * come back.
     */
    void onUnseen();
}
