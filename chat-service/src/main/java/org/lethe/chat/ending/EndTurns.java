package org.lethe.chat.ending;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.lethe.contracts.id.ChatId;

/**
 * Who is at the second step of an end: so many at a time, first come, first served.
 *
 * <p>What waits here has begun, so that nothing is lost whose turn does not come: the sweep of this
 * or another replica finds it.
 */
final class EndTurns {
    private final Semaphore turns;
    private final Duration patience;
    private final Set<ChatId> here = ConcurrentHashMap.newKeySet();

    /**
     * Turns.
     *
     * @param most at a time
     * @param patience how long one waits for its turn
     */
    EndTurns(int most, Duration patience) {
        this.turns = new Semaphore(most, true);
        this.patience = patience;
    }

    /**
     * Does it when it is the chat's turn.
     *
     * @return empty if its turn did not come in time, or it waits or is worked on here already
     */
    <T> Optional<T> take(ChatId chat, Supplier<T> step) {
        if (!here.add(chat)) {
            return Optional.empty();
        }
        try {
            return isItsTurn() ? Optional.of(taken(step)) : Optional.empty();
        } finally {
            here.remove(chat);
        }
    }

    private boolean isItsTurn() {
        try {
            return turns.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private <T> T taken(Supplier<T> step) {
        try {
            return step.get();
        } finally {
            turns.release();
        }
    }
}
