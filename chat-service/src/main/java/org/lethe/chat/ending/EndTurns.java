package org.lethe.chat.ending;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.lethe.contracts.id.ChatId;
import org.lethe.runtime.rhythm.Turns;

/**
 * Who is at the second step of an end: so many at a time, first come, first served.
 *
 * <p>What waits here has begun, so that nothing is lost whose turn does not come: the sweep of this
 * or another replica finds it.
 */
final class EndTurns {
    private final Turns turns;
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
        this.turns = new Turns(most, patience);
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
            Optional<T> done = turns.take(step);
            done.ifPresent(afterwards);
            return done;
        } finally {
            here.remove(chat);
        }
    }
}
