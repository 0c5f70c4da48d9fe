package org.lethe.chat.ending;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.lethe.chat.conversation.FakeChatStore;
import org.lethe.chat.letter.FakeLetterScopes;
import org.lethe.chat.letter.SealedLetter;
import org.lethe.contracts.event.EndReason;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.signal.Farewell;

/** The two steps of an end, on chats and letters in memory; claims last until they run out. */
final class FakeEndings implements Endings {

    private final FakeChatStore chats;
    private final FakeLetterScopes letters;
    private final Clock clock;
    Duration claim = Duration.ofMinutes(1);
    private final Set<ChatId> claimed = ConcurrentHashMap.newKeySet();
    private final Set<ChatId> left = ConcurrentHashMap.newKeySet();

    FakeEndings(FakeChatStore chats, FakeLetterScopes letters, Clock clock) {
        this.chats = chats;
        this.letters = letters;
        this.clock = clock;
    }

    @Override
    public Begun begin(ChatId chat, EndReason reason) {
        if (chats.beginEnding(chat, reason).isEmpty()) {
            return Begun.GONE;
        }
        left.add(chat);
        return claimed.add(chat) ? Begun.BEGUN : Begun.CLAIMED;
    }

    @Override
    public Optional<Begun> beginIfLeft(ChatId chat) {
        boolean isThere =
                chats.seenUntil(chat).filter(until -> until.isAfter(clock.instant())).isPresent();
        return isThere ? Optional.empty() : Optional.of(begin(chat, EndReason.LEFT));
    }

    @Override
    public Duration claim() {
        return claim;
    }

    @Override
    public Finished finish(ChatId chat, List<SealedLetter> sealed) {
        if (!sealed.stream().allMatch(letter -> letters.isOpen(letter.id()))) {
            return new Finished.Unopened();
        }
        return chats.finishEnding(chat)
                .<Finished>map(farewell -> done(farewell, sealed))
                .orElseGet(Finished.Gone::new);
    }

    @Override
    public void forget(ChatId chat) {
        left.remove(chat);
        claimed.remove(chat);
    }

    @Override
    public Overdue overdue() {
        return new Overdue(
                left.stream().filter(chat -> !claimed.contains(chat)).toList(), Map.of());
    }

    /** Whoever had the second step died. */
    void runOutClaims() {
        claimed.clear();
    }

    private Finished done(Farewell farewell, List<SealedLetter> sealed) {
        sealed.forEach(letter -> letters.post(letter.id()));
        return new Finished.Done(farewell);
    }
}
