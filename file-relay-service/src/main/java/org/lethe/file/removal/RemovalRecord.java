package org.lethe.file.removal;

import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.ChatId;
import org.lethe.file.blob.Removed;

/**
 * Tells that files were removed, and remembers how many for a while.
 *
 * <p>A chat's end and an erasure are told on two topics, in any order and perhaps to two instances
 * of this service; the one that comes second finds nothing to remove, and still has to answer with
 * the count.
 */
interface RemovalRecord {

    /** Remembers what was removed and tells {@code FilesDestroyed}, together. */
    void tell(ChatId chat, AccountId account, Removed removed);

    /** All that was removed of a chat lately. */
    Removed of(ChatId chat);
}
