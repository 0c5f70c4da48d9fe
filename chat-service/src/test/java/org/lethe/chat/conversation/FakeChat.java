package org.lethe.chat.conversation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lethe.contracts.chat.LogEntry;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.id.FileId;
import org.lethe.privacy.seal.DataKey;
import org.lethe.privacy.seal.ScopeCipher;

/** What {@link FakeChatStore} holds of a chat. */
final class FakeChat {

    final ChatId id;
    final byte[] contentKey = DataKey.random();
    final byte[] addressKey = DataKey.random();
    final Map<String, String> meta = new HashMap<>();
    final List<LogEntry> log = new ArrayList<>();
    final Map<String, ChatStore.Stored> known = new HashMap<>();
    final Map<FileId, byte[]> files = new HashMap<>();
    final Set<String> operators = new HashSet<>();

    /** Until when the visitor counts as there. */
    Instant seenUntil = Instant.MAX;

    byte @Nullable [] form;
    byte @Nullable [] address;

    FakeChat(ChatId id) {
        this.id = id;
    }

    ScopeCipher cipher() {
        return new ScopeCipher(
                id, new DataKey(contentKey.clone()), new DataKey(addressKey.clone()));
    }

    String state() {
        return meta.getOrDefault("state", "");
    }

    boolean isWatched() {
        return !state().isEmpty() && !state().equals("ending");
    }

    boolean isErasing() {
        return meta.containsKey("erasing");
    }

    long number(String field) {
        return Long.parseLong(meta.getOrDefault(field, "0"));
    }
}
