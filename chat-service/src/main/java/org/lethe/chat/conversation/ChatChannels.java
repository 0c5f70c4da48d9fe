package org.lethe.chat.conversation;

import org.lethe.contracts.chat.Author;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.ChatId;
import org.lethe.privacy.redis.SignalListener;
import org.lethe.privacy.redis.Subscription;

/**
 * The channels over which the replicas hear what happens to chats. Signals come one at a time, in
 * order; who subscribes misses none from the return on.
 */
public interface ChatChannels {

    /** What happens in a chat, as {@code ChatSignal} has it. */
    Subscription subscribe(ChatId chat, SignalListener listener);

    /** What becomes of the chats of an account, as {@code DeskSignal} has it. */
    Subscription subscribe(AccountId account, SignalListener listener);

    /** Tells who listens to a chat that somebody writes; it is kept nowhere. */
    void typing(ChatId chat, Author author, boolean on);
}
