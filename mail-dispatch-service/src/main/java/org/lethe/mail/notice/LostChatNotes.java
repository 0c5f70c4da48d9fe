package org.lethe.mail.notice;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.ChatId;

/**
 * The chats that were lost and whose accounts have not been told; ids only. Throws while the store
 * is away.
 */
public interface LostChatNotes {

    /** Notes a chat, once. */
    void note(ChatId chat, AccountId account);

    List<LostChat> all();

    /** The account was told of them, or has not to be. */
    void forget(Collection<ChatId> chats);

    /**
     * A chat that was lost.
     *
     * @param age since it was noted
     */
    record LostChat(ChatId chat, AccountId account, Duration age) {}
}
