package org.lethe.file.removal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.id.FileId;
import org.lethe.file.blob.Removed;
import org.lethe.privacy.redis.StoreUnavailableException;

/** The record in memory, which can be told what else happens while files are removed. */
final class FakeRemovalRecord implements RemovalRecord {

    private final Map<ChatId, Map<FileId, Long>> counted = new HashMap<>();
    private final Map<ChatId, Map<FileId, Long>> untold = new HashMap<>();
    private final Map<ChatId, List<Removed>> told = new HashMap<>();
    private Runnable before = () -> {};
    private Runnable after = () -> {};
    private boolean isAway;

    /** What was told of a chat, without what says that there was nothing. */
    List<Removed> told(ChatId chat) {
        return told.getOrDefault(chat, List.of());
    }

    void setAway(boolean away) {
        isAway = away;
    }

    /** Runs once, when files are counted and about to go. */
    void beforeRemoving(Runnable action) {
        before = action;
    }

    /** Runs once, when files are gone and about to be told. */
    void afterRemoving(Runnable action) {
        after = action;
    }

    @Override
    public void count(ChatId chat, Map<FileId, Long> files) {
        requireThere();
        Map<FileId, Long> known = counted.computeIfAbsent(chat, it -> new HashMap<>());
        files.forEach((file, bytes) -> {
            if (known.putIfAbsent(file, bytes) == null) {
                untold.computeIfAbsent(chat, it -> new HashMap<>()).put(file, bytes);
            }
        });
        Runnable action = before;
        before = () -> {};
        action.run();
    }

    @Override
    public Removed tell(ChatId chat, AccountId account) {
        Runnable action = after;
        after = () -> {};
        action.run();
        requireThere();
        Map<FileId, Long> files = untold.remove(chat);
        if (files == null) {
            return Removed.NOTHING;
        }
        Removed sum = sum(files);
        told.computeIfAbsent(chat, it -> new ArrayList<>()).add(sum);
        return sum;
    }

    @Override
    public Removed of(ChatId chat) {
        requireThere();
        return sum(counted.getOrDefault(chat, Map.of()));
    }

    private void requireThere() {
        if (isAway) {
            throw new StoreUnavailableException(new IllegalStateException("away"));
        }
    }

    private static Removed sum(Map<FileId, Long> files) {
        return files.values().stream()
                .map(bytes -> new Removed(1, bytes))
                .reduce(Removed.NOTHING, Removed::plus);
    }
}
