package org.lethe.mail.notice;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.ChatId;

/** The notes in memory. */
public final class FakeLostChatNotes implements LostChatNotes {

    private final Map<ChatId, Note> notes = new HashMap<>();
    private final Clock clock;

    public FakeLostChatNotes(Clock clock) {
        this.clock = clock;
    }

    @Override
    public synchronized void note(ChatId chat, AccountId account) {
        notes.putIfAbsent(chat, new Note(account, clock.instant()));
    }

    @Override
    public synchronized List<LostChat> all() {
        return notes.entrySet().stream()
                .map(each ->
                        new LostChat(
                                each.getKey(),
                                each.getValue().account,
                                Duration.between(each.getValue().at, clock.instant())))
                .toList();
    }

    @Override
    public synchronized void forget(Collection<ChatId> chats) {
        notes.keySet().removeAll(chats);
    }

    private record Note(AccountId account, Instant at) {}
}
