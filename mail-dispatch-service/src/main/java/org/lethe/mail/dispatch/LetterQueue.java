package org.lethe.mail.dispatch;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.lethe.contracts.id.AccountId;
import org.lethe.mail.post.PostSettings;
import org.lethe.privacy.log.Log;
import org.lethe.privacy.log.LogKey;
import org.lethe.runtime.rhythm.Later;

/**
 * The letters that this instance will make an attempt at, now or later.
 *
 * <p>It holds ids only and may be lost at any time: the letters are in the vault, and the sweep
 * finds them again.
 */
@ApplicationScoped
public class LetterQueue {

    private static final Log LOG = Log.of(LetterQueue.class);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);
    private static final Duration AFTER_FAULT = Duration.ofSeconds(10);

    private final Function<QueuedLetter, Optional<Duration>> attempts;
    private final Set<QueuedLetter> waiting = ConcurrentHashMap.newKeySet();
    private final Semaphore places;
    private final Map<AccountId, Semaphore> ofAccounts = new ConcurrentHashMap<>();
    private final int connections;
    private final int perAccount;
    private volatile boolean stopping;

    @Inject
    LetterQueue(LetterDispatch dispatch, PostSettings config) {
        this(dispatch::attempt, config.connections(), config.connectionsPerAccount());
    }

    LetterQueue(
            Function<QueuedLetter, Optional<Duration>> attempts, int connections, int perAccount) {
        this.attempts = attempts;
        this.connections = connections;
        this.perAccount = perAccount;
        this.places = new Semaphore(connections);
    }

    /** Makes an attempt soon, unless one is planned already. */
    void offer(QueuedLetter letter) {
        plan(letter, Duration.ZERO);
    }

    int size() {
        return waiting.size();
    }

    private void plan(QueuedLetter letter, Duration wanted) {
        if (stopping || !waiting.add(letter)) {
            return;
        }
        // Not longer: what another instance holds may become free before its time.
        Duration pause = wanted.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wanted;
        Later.run(
                pause,
                () -> {
                    // What waits when this stops is another instance's.
                    if (!stopping) {
                        run(letter);
                    }
                });
    }

    private void run(QueuedLetter letter) {
        Optional<Duration> again;
        try {
            again = attempt(letter);
        } finally {
            // Whatever happened: while it is in here, the sweep can't bring it back.
            waiting.remove(letter);
        }
        again.ifPresent(pause -> plan(letter, pause));
    }

    /** Who waits for the account's turn takes no place from others. */
    private Optional<Duration> attempt(QueuedLetter letter) {
        Semaphore turn =
                ofAccounts.computeIfAbsent(letter.account(), _ -> new Semaphore(perAccount));
        turn.acquireUninterruptibly();
        try {
            return attemptInTurn(letter);
        } finally {
            turn.release();
        }
    }

    private Optional<Duration> attemptInTurn(QueuedLetter letter) {
        places.acquireUninterruptibly();
        try {
            return stopping ? Optional.empty() : attempts.apply(letter);
        } catch (RuntimeException e) {
            LOG.error("an attempt at a letter failed", e, LogKey.SCOPE.of(letter.letter()));
            return Optional.of(AFTER_FAULT);
        } finally {
            places.release();
        }
    }

    /** Lets the attempts that are under way end; the others are another instance's. */
    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopping = true;
        if (!places.tryAcquire(connections, 5, TimeUnit.SECONDS)) {
            LOG.warn("stopped while letters were sent");
        }
    }
}
