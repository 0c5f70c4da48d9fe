package org.lethe.file.removal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.Optional;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.ChatId;
import org.lethe.file.access.OpenStreams;
import org.lethe.file.blob.BlobStore;
import org.lethe.file.blob.Removed;
import org.lethe.privacy.log.Log;
import org.lethe.privacy.log.LogKey;
import org.lethe.privacy.redis.StoreUnavailableException;
import org.lethe.runtime.problem.Failures;
import org.lethe.runtime.problem.Refusal;

/** Removes the files of a chat that is gone: cuts what runs, deletes what lies, tells the count. */
@ApplicationScoped
public class FileRemoval {

    private static final Log LOG = Log.of(FileRemoval.class);

    private final OpenStreams streams;
    private final BlobStore blobs;
    private final RemovalRecord record;

    @Inject
    FileRemoval(OpenStreams streams, BlobStore blobs, RemovalRecord record) {
        this.streams = streams;
        this.blobs = blobs;
        this.record = record;
    }

    /** Cuts the uploads and downloads of a chat, at once. */
    void cut(ChatId chat) {
        streams.cut(chat);
    }

    /** As {@link #remove(ChatId, AccountId)}, with the account that the files lie under. */
    void remove(ChatId chat) {
        accountOf(chat).ifPresentOrElse(account -> remove(chat, account), () -> delete(chat));
    }

    /** The same where nobody waits for it; false if it can't be done now. */
    boolean tryToRemove(ChatId chat) {
        try {
            remove(chat);
            return true;
        } catch (Refusal | StoreUnavailableException failure) {
            LOG.warn(
                    "files are not removed yet",
                    LogKey.SCOPE.of(chat),
                    LogKey.CODE.of(Failures.codeOf(failure)));
            return false;
        }
    }

    /**
     * Removes all that is left of a chat's files. May be repeated, and done by several at once:
     * they are counted before they go and told when they are gone.
     */
    void remove(ChatId chat, AccountId account) {
        cut(chat);
        delete(chat);
        Removed told = record.tell(chat, account);
        if (!told.isNothing()) {
            LOG.info("files destroyed", LogKey.SCOPE.of(chat), LogKey.COUNT.of(told.files()));
        }
    }

    /** Removes, and tells what was removed of the chat now and lately. */
    Removed removedOf(ChatId chat, AccountId account) {
        remove(chat, account);
        return record.of(chat);
    }

    private void delete(ChatId chat) {
        try {
            record.count(chat, blobs.files(chat));
            blobs.remove(chat);
        } catch (IOException e) {
            LOG.error("files could not be deleted", e, LogKey.SCOPE.of(chat));
            throw new Refusal(ErrorCode.UNAVAILABLE);
        }
    }

    private Optional<AccountId> accountOf(ChatId chat) {
        try {
            return blobs.accountOf(chat);
        } catch (IOException e) {
            LOG.error("files could not be listed", e, LogKey.SCOPE.of(chat));
            throw new Refusal(ErrorCode.UNAVAILABLE);
        }
    }
}
