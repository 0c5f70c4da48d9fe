package org.lethe.chat.ending;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
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
    private final Executor executor;
    private final Set<ChatId> here = ConcurrentHashMap.newKeySet();

    /**
     * Turns.
     *
     * @param most at a time
     * @param patience how long one waits for its turn
     * @param executor runs each; it waits on the executor's thread
     */
    EndTurns(int most, Duration patience, Executor executor) {
        this.turns = new Semaphore(most, true);
        this.patience = patience;
        this.executor = executor;
    }

    /**
     * Does it when it is the chat's turn, and then, with the turn let go, what nobody need wait
     * for.
     *
     * @return with nothing if its turn did not come in time, or it is here already
     */
    <T> CompletableFuture<Optional<T>> take(ChatId chat, Supplier<T> step, Consumer<T> afterwards) {
        return here.add(chat)
                ? CompletableFuture.supplyAsync(() -> taken(chat, step, afterwards), executor)
                : CompletableFuture.completedFuture(Optional.empty());
    }

    /** Whether it waits for its turn, has it, or is at what comes afterwards. */
    boolean isHere(ChatId chat) {
        return here.contains(chat);
    }

    private <T> Optional<T> taken(ChatId chat, Supplier<T> step, Consumer<T> afterwards) {
        try {
            Optional<T> done = isItsTurn() ? Optional.of(inTurn(step)) : Optional.empty();
            done.ifPresent(afterwards);
            return done;
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

    private <T> T inTurn(Supplier<T> step) {
        try {
            return step.get();
        } finally {
            turns.release();
        }
    }
}
