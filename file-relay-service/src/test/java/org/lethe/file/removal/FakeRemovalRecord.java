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

/** The record of one chat in memory. */
final class FakeRemovalRecord implements RemovalRecord {

    private final Map<FileId, Long> counted = new HashMap<>();
    private final Map<FileId, Long> untold = new HashMap<>();
    private final List<Removed> told = new ArrayList<>();
    private boolean isAway;

    /** What was told, without what says that there was nothing. */
    List<Removed> told() {
        return told;
    }

    void setAway(boolean away) {
        isAway = away;
    }

    @Override
    public void count(ChatId chat, Map<FileId, Long> files) {
        requireThere();
        files.forEach((file, bytes) -> {
            if (counted.putIfAbsent(file, bytes) == null) {
                untold.put(file, bytes);
            }
        });
    }

    @Override
    public Removed tell(ChatId chat, AccountId account) {
        requireThere();
        Removed sum = sum(untold);
        untold.clear();
        if (!sum.isNothing()) {
            told.add(sum);
        }
        return sum;
    }

    @Override
    public Removed of(ChatId chat) {
        return sum(counted);
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
