package org.lethe.chat.desk;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.lethe.privacy.redis.Subscription;
import org.lethe.privacy.retention.RetentionSchedule;

/**
 * A board with the signals that it hears, and when it was asked for and compared with the store:
 * times in nanoseconds of one clock.
 */
final class WatchedBoard {

    /** How long a board stays that nobody watches: requests for chats come in crowds. */
    private static final Duration ASKED_FOR = Duration.ofMinutes(1);

    private final Board board;
    private final Subscription subscription;
    private volatile @Nullable Long askedFor;
    private volatile long comparedAt;

    /** One that was compared just now. */
    WatchedBoard(Board board, Subscription subscription, long now) {
        this.board = board;
        this.subscription = subscription;
        this.comparedAt = now;
    }

    Board board() {
        return board;
    }

    Subscription subscription() {
        return subscription;
    }

    void asked(long now) {
        askedFor = now;
    }

    boolean isWanted(long now) {
        Long asked = askedFor;
        return !board.audience().isEmpty() || (asked != null && now - asked < ASKED_FOR.toNanos());
    }

    void compared(long now) {
        comparedAt = now;
    }

    /** Tells who watches that nobody can say what is there, once it has been so for long. */
    void notCompared(long now) {
        if (now - comparedAt > RetentionSchedule.UNSEEN.toNanos()) {
            board.audience().tellUnseen();
        }
    }
}
