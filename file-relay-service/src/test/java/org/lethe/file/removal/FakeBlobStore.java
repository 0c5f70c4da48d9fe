package org.lethe.file.removal;

import java.nio.channels.SeekableByteChannel;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.id.FileId;
import org.lethe.file.blob.BlobDraft;
import org.lethe.file.blob.BlobId;
import org.lethe.file.blob.BlobStore;
import org.lethe.file.blob.StoredChat;

/** The files of one chat in memory, which can be told what else happens while they are removed. */
final class FakeBlobStore implements BlobStore {

    private final AccountId account;
    private final Map<FileId, Long> files = new LinkedHashMap<>();
    private Runnable before = () -> {};
    private Runnable after = () -> {};

    FakeBlobStore(AccountId account) {
        this.account = account;
    }

    void put(FileId file, long bytes) {
        files.put(file, bytes);
    }

    /** Runs once, when the files are about to go. */
    void beforeRemoving(Runnable action) {
        before = action;
    }

    /** Runs once, when the files are gone and whoever removed them does not know yet. */
    void afterRemoving(Runnable action) {
        after = action;
    }

    @Override
    public Map<FileId, Long> files(ChatId chat) {
        return Map.copyOf(files);
    }

    @Override
    public void remove(ChatId chat) {
        Runnable first = before;
        Runnable last = after;
        before = () -> {};
        after = () -> {};
        first.run();
        files.clear();
        last.run();
    }

    @Override
    public Optional<AccountId> accountOf(ChatId chat) {
        return files.isEmpty() ? Optional.empty() : Optional.of(account);
    }

    @Override
    public BlobDraft create(BlobId blob) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<SeekableByteChannel> open(BlobId blob) {
        return Optional.empty();
    }

    @Override
    public void remove(BlobId blob) {
        files.remove(blob.file());
    }

    @Override
    public List<StoredChat> chats() {
        return List.of();
    }

    @Override
    public int removeAbandonedDrafts() {
        return 0;
    }
}
