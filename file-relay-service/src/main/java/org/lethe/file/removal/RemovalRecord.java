package org.lethe.file.removal;

import java.util.Map;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.id.FileId;
import org.lethe.file.blob.Removed;

/**
 * Remembers for a while which files are removed of a chat, and tells how many.
 *
 * <p>A chat's end and an erasure are told on two topics, at the same moment and perhaps to two
 * instances of this service; each has to answer with all that was there. So a file is counted by
 * its id, before its bytes go: whoever no longer finds it finds it here, and no one counts it
 * twice.
 */
interface RemovalRecord {

    /** Counts files that are about to be removed; one that was counted changes nothing. */
    void count(ChatId chat, Map<FileId, Long> files);

    /** Tells {@code FilesDestroyed} of what was counted and not told yet; returns that. */
    Removed tell(ChatId chat, AccountId account);

    /** All that was counted of a chat lately. */
    Removed of(ChatId chat);
}
