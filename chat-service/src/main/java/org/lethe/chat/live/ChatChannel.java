package org.lethe.chat.live;

import org.lethe.contracts.chat.Author;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.signal.ChatSignal;

/** The channel over which the replicas tell each other what happens in a chat. */
interface ChatChannel {

    /** Signals come one at a time, in order; returns when none can be missed any more. */
    Subscription subscribe(ChatId chat, Receiver receiver);

    void typing(ChatId chat, Author author, boolean on);

    /** Ends the listening. */
    interface Subscription {
        void close();
    }

    /** Hears the channel; may block. */
    interface Receiver {
        void onSignal(ChatSignal signal);

        /** Signals were missed. */
        void onGap();
    }
}
