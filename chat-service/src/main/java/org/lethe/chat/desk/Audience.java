package org.lethe.chat.desk;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import org.lethe.privacy.log.Log;
import org.lethe.privacy.log.LogKey;
import org.lethe.privacy.redis.StoreUnavailableException;
import org.lethe.runtime.problem.Refusal;
import org.lethe.runtime.rhythm.Later;

/**
 * Who looks at a board. Each is told for itself, so that one that takes long holds up no other, and
 * all are told again if one can't be.
 */
final class Audience {

    private static final Log LOG = Log.of(Audience.class);

    private final ConcurrentMap<Board.Listener, Onlooker> onlookers = new ConcurrentHashMap<>();
    private final AtomicBoolean due = new AtomicBoolean();
    private final AtomicBoolean repeating = new AtomicBoolean();
    private final Board board;
    private final BoardSettings settings;

    Audience(Board board, BoardSettings settings) {
        this.board = board;
        this.settings = settings;
    }

    void add(Board.Listener listener) {
        onlookers.putIfAbsent(listener, new Onlooker(listener));
    }

    void remove(Board.Listener listener) {
        onlookers.remove(listener);
    }

    boolean isEmpty() {
        return onlookers.isEmpty();
    }

    /** Tells one listener now, unless it has gone; throws what it throws. */
    void tell(Board.Listener listener) {
        Onlooker onlooker = onlookers.get(listener);
        if (onlooker != null && !onlooker.tell()) {
            repeat();
        }
    }

    /** Tells all, with all that changes until then. */
    void tellSoon() {
        if (!due.getAndSet(true)) {
            Later.run(settings.coalesce(), this::tellAll);
        }
    }

    /** Tells all that nobody can say what is there. */
    void tellUnseen() {
        onlookers.keySet().forEach(Board.Listener::onUnseen);
    }

    private void tellAll() {
        due.set(false);
        onlookers.values().forEach(Onlooker::tellAside);
    }

    private void repeat() {
        if (!repeating.getAndSet(true)) {
            Later.run(
                    settings.repeat(),
                    () -> {
                        repeating.set(false);
                        tellSoon();
                    });
        }
    }

    /** One listener; whoever comes while it is told waits, one for all. */
    private final class Onlooker {

        private final Board.Listener listener;
        private final ReentrantLock telling = new ReentrantLock();
        private final AtomicBoolean waiting = new AtomicBoolean();

        Onlooker(Board.Listener listener) {
            this.listener = listener;
        }

        boolean tell() {
            telling.lock();
            try {
                // Before the view is taken: what changes from here on is told the next time. The
                // view is taken in turn, so that an older one is never told after a newer one.
                waiting.set(false);
                return listener.onBoard(board, board.view());
            } finally {
                telling.unlock();
            }
        }

        void tellAside() {
            if (!waiting.getAndSet(true)) {
                Thread.startVirtualThread(() -> {
                    if (onlookers.get(listener) == this && !isTold()) {
                        repeat();
                    }
                });
            }
        }

        private boolean isTold() {
            try {
                return tell();
            } catch (StoreUnavailableException | Refusal e) {
                LOG.debug("A change of a board can't be told yet", LogKey.REASON.of(e));
            } catch (RuntimeException e) {
                LOG.warn("A change of a board could not be told", e);
            }
            return false;
        }
    }
}
