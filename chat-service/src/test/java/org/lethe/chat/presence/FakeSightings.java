package org.lethe.chat.presence;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lethe.chat.conversation.FakeChatStore;
import org.lethe.contracts.id.ChatId;
import org.lethe.privacy.retention.Lifetimes;

/** Sightings in memory; {@link SightingsContract} sees to it that they behave as in Redis. */
public final class FakeSightings implements Sightings {

    private final FakeChatStore chats;
    private final Clock clock;
    private final SightingTimes times;
    private Instant watchedSince = Instant.MIN;
    private Instant lookedAt = Instant.MIN;

    /** The times are the standard ones. */
    public FakeSightings(FakeChatStore chats, Clock clock) {
        this(chats, clock, SightingTimes.of(Lifetimes.standard().visit()));
    }

    FakeSightings(FakeChatStore chats, Clock clock, SightingTimes times) {
        this.chats = chats;
        this.clock = clock;
        this.times = times;
    }

    @Override
    public void note(Map<ChatId, Heard> heard) {
        heard.forEach((chat, it) -> {
            see(chat, clock.instant().plus(times.lifetime()).minus(it.ago()));
            chats.setLeft(chat, it.isThere() ? Optional.empty() : Optional.of(clock.instant()));
        });
    }

    @Override
    public List<Unseen> unseen() {
        Instant now = clock.instant();
        if (lookedAt.isBefore(now.minus(times.gap()))) {
            watchedSince = now;
        }
        lookedAt = now;
        if (watchedSince.isAfter(now.minus(times.patience()))) {
            return List.of();
        }
        chats.unseen(now.plus(times.lifetime().dividedBy(2)))
                .keySet()
                .forEach(chat -> markSilent(chat));
        return chats.unseen(now).entrySet().stream()
                .map(each -> new Unseen(each.getKey(), each.getValue(), now))
                .toList();
    }

    @Override
    public void putOff(Map<Unseen, Duration> lives) {
        lives.forEach((each, life) -> see(each.chat(), each.at().plus(life)));
    }

    private void markSilent(ChatId chat) {
        chats.seenUntil(chat)
                .map(until -> until.minus(times.lifetime()))
                .ifPresent(since -> chats.setLeft(chat, Optional.of(since)));
    }

    private void see(ChatId chat, Instant until) {
        chats.seenUntil(chat)
                .filter(until::isAfter)
                .ifPresent(before -> chats.setSeenUntil(chat, until));
    }
}
