package org.lethe.chat.conversation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.id.VisitId;
import org.lethe.contracts.scope.Whereabouts;
import org.lethe.privacy.retention.Lifetimes;
import org.lethe.runtime.problem.Refusal;

/** Visits in memory, and the chats that they have. */
public final class FakeVisitLinks implements VisitLinks {

    private final Map<VisitId, Instant> open = new HashMap<>();
    private final Set<VisitId> lost = new HashSet<>();
    private final Map<VisitId, ChatId> chats = new HashMap<>();
    private final Map<VisitId, Whereabouts> addresses = new HashMap<>();
    private final Clock clock;
    private @Nullable Runnable beforeNextLink;
    private @Nullable Runnable onLives;
    private @Nullable Runnable onUnlink;

    public FakeVisitLinks(Clock clock) {
        this.clock = clock;
    }

    public synchronized void open(VisitId visit, @Nullable Whereabouts address) {
        renew(visit);
        if (address != null) {
            addresses.put(visit, address);
        }
    }

    /** A frame of the visitor's page came. */
    public synchronized void renew(VisitId visit) {
        open.put(visit, clock.instant().plus(Lifetimes.standard().visit()));
    }

    public synchronized void destroy(VisitId visit) {
        open.remove(visit);
        chats.remove(visit);
        addresses.remove(visit);
    }

    public synchronized void lose(VisitId visit) {
        destroy(visit);
        lost.add(visit);
    }

    /** Something that happens just before a link is made: another tab is faster. */
    public synchronized void beforeNextLink(Runnable what) {
        beforeNextLink = what;
    }

    /** Something that happens as soon as it is told which visits live. */
    public synchronized void onLives(Runnable what) {
        onLives = what;
    }

    /** Something that happens before a link is removed. */
    public synchronized void onUnlink(Runnable what) {
        onUnlink = what;
    }

    @Override
    public synchronized Optional<ChatId> link(
            VisitId visit, ChatId chat, Optional<ChatId> expected) {
        Runnable before = beforeNextLink;
        beforeNextLink = null;
        if (before != null) {
            before.run();
        }
        if (lost.contains(visit)) {
            throw new Refusal(ErrorCode.SCOPE_LOST);
        }
        if (!open.containsKey(visit)) {
            throw new Refusal(ErrorCode.SCOPE_DESTROYED);
        }
        Optional<ChatId> present = Optional.ofNullable(chats.get(visit));
        if (!present.equals(expected)) {
            return present;
        }
        chats.put(visit, chat);
        return Optional.of(chat);
    }

    @Override
    public synchronized void unlink(VisitId visit, ChatId chat) {
        Optional.ofNullable(onUnlink).ifPresent(Runnable::run);
        chats.remove(visit, chat);
    }

    @Override
    public synchronized Optional<ChatId> chatOf(VisitId visit) {
        return Optional.ofNullable(chats.get(visit));
    }

    @Override
    public synchronized Map<VisitId, Duration> lives(Collection<VisitId> asked) {
        var lives = new HashMap<VisitId, Duration>();
        for (VisitId visit : asked) {
            Instant until = open.getOrDefault(visit, Instant.MIN);
            if (until.isAfter(clock.instant())) {
                lives.put(visit, Duration.between(clock.instant(), until));
            }
        }
        Optional.ofNullable(onLives).ifPresent(Runnable::run);
        return lives;
    }

    @Override
    public synchronized Optional<Whereabouts> address(VisitId visit) {
        return Optional.ofNullable(addresses.get(visit));
    }
}
