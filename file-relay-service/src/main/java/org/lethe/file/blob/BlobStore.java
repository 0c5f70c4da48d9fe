package org.lethe.file.blob;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.id.FileId;

/**
 * Where sealed files lie.
 *
 * <p>It knows whose they are by ids, and neither name nor type nor a key: what it holds is noise
 * the moment the chat's key is gone.
 */
public interface BlobStore {

    /** Begins a blob that nobody can see until it is committed. */
    BlobDraft create(BlobId blob) throws IOException;

    /** The sealed bytes; empty if there are none. */
    Optional<SeekableByteChannel> open(BlobId blob) throws IOException;

    void remove(BlobId blob) throws IOException;

    /** The whole files that lie here of a chat, with their sealed sizes. */
    Map<FileId, Long> files(ChatId chat) throws IOException;

    /** Removes all that there is of a chat, drafts too. */
    void remove(ChatId chat) throws IOException;

    /** The account of a chat's blobs; empty if there are none. */
    Optional<AccountId> accountOf(ChatId chat) throws IOException;

    /** Every chat that something lies here of. */
    List<StoredChat> chats() throws IOException;

    /** Removes drafts that nobody writes any more, as a crash leaves them. */
    int removeAbandonedDrafts() throws IOException;
}
