package org.lethe.privacy.retention;

import java.time.Duration;
import java.util.Optional;
import org.lethe.contracts.id.ScopeKind;

/**
 * The lifetimes as they are configured: the schedule's, or shorter; never longer.
 *
 * @param visit after the last heartbeat or goodbye
 * @param chatIdle after the last message
 * @param chat from its opening, however busy
 * @param letter until the mail server has it, unless the account says otherwise
 * @param erasure until the request must be complete
 * @param margin between deadline and the time to live behind it
 */
public record Lifetimes(
        Duration visit,
        Duration chatIdle,
        Duration chat,
        Duration letter,
        Duration erasure,
        Duration margin) {

    /** For tests: the reaper may be later by more than this (see there). */
    public static final Duration SHORTEST = Duration.ofMillis(500);

    public Lifetimes {
        within("visit", visit, ceilingOf(ScopeKind.VISIT).minus(RetentionSchedule.MARGIN));
        within("idle chat", chatIdle, RetentionSchedule.of(ScopeKind.CHAT).lifetime());
        within("chat", chat, ceilingOf(ScopeKind.CHAT));
        within("letter", letter, ceilingOf(ScopeKind.LETTER));
        within("erasure", erasure, ceilingOf(ScopeKind.ERASURE));
        if (margin.isNegative() || margin.compareTo(RetentionSchedule.MARGIN) > 0) {
            throw new IllegalArgumentException("a margin beyond the schedule's");
        }
        if (chat.compareTo(margin) <= 0) {
            throw new IllegalArgumentException("a chat must last longer than the margin");
        }
        if (chatIdle.compareTo(chat) > 0) {
            throw new IllegalArgumentException("a chat can't be idle for longer than it lasts");
        }
    }

    /** The schedule's own. */
    public static Lifetimes standard() {
        return new Lifetimes(
                RetentionSchedule.of(ScopeKind.VISIT).lifetime(),
                RetentionSchedule.of(ScopeKind.CHAT).lifetime(),
                ceilingOf(ScopeKind.CHAT),
                RetentionSchedule.of(ScopeKind.LETTER).lifetime(),
                RetentionSchedule.of(ScopeKind.ERASURE).lifetime(),
                RetentionSchedule.MARGIN);
    }

    /** From opening or renewal to destruction. */
    public Duration of(ScopeKind kind) {
        return switch (kind) {
            case VISIT -> visit;
            case CHAT -> chatIdle;
            case LETTER -> letter;
            case ERASURE -> erasure;
        };
    }

    /** From opening to destruction at the latest; empty where renewing has no end. */
    public Optional<Duration> total(ScopeKind kind) {
        return switch (kind) {
            case VISIT -> Optional.empty();
            case CHAT -> Optional.of(chat);
            case LETTER, ERASURE -> Optional.of(ceilingOf(kind));
        };
    }

    /** Refuses a lifetime that a caller wants for one scope if the schedule has no room for it. */
    public Duration checked(ScopeKind kind, Duration wanted) {
        return within(kind.code(), wanted, longest(kind));
    }

    // A letter's deadline is the account's own choice below the ceiling; the others are the
    // suite's.
    private Duration longest(ScopeKind kind) {
        return kind == ScopeKind.LETTER ? ceilingOf(kind) : of(kind);
    }

    private static Duration ceilingOf(ScopeKind kind) {
        return RetentionSchedule.ceiling(kind);
    }

    private static Duration within(String name, Duration value, Duration longest) {
        if (value.compareTo(SHORTEST) < 0) {
            throw new IllegalArgumentException("lifetime of " + name + " is too short");
        }
        if (value.compareTo(longest) > 0) {
            throw new IllegalArgumentException(
                    "lifetime of " + name + " is beyond its ceiling of " + longest);
        }
        return value;
    }
}
