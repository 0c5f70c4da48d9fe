package org.lethe.chat.desk;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import org.lethe.privacy.log.Log;
import org.lethe.privacy.log.LogKey;
import org.lethe.privacy.redis.StoreUnavailableException;
import org.lethe.runtime.problem.Refusal;
import org.lethe.runtime.rhythm.Later;

/** Who looks at a board. They are told one after the other, and again if that fails. */
final class Audience {

    private static final Log LOG = Log.of(Audience.class);

    private final List<Board.Listener> listeners = new CopyOnWriteArrayList<>();
    private final ReentrantLock telling = new ReentrantLock();
    private final AtomicBoolean due = new AtomicBoolean();
    private final AtomicBoolean repeating = new AtomicBoolean();
    private final Board board;
    private final BoardSettings settings;

    Audience(Board board, BoardSettings settings) {
        this.board = board;
        this.settings = settings;
    }

    void add(Board.Listener listener) {
        listeners.add(listener);
    }

    void remove(Board.Listener listener) {
        listeners.remove(listener);
    }

    boolean isEmpty() {
        return listeners.isEmpty();
    }

    /** Tells one listener now; throws what it throws. */
    void tell(Board.Listener listener) {
        telling.lock();
        try {
            if (!listener.onBoard(board, board.view())) {
                repeat();
            }
        } finally {
            telling.unlock();
        }
    }

    /** Tells all, with all that changes until then. */
    void tellSoon() {
        if (!due.getAndSet(true)) {
            Later.run(settings.coalesce(), this::tellAll);
        }
    }

    private void tellAll() {
        telling.lock();
        try {
            due.set(false);
            BoardView view = board.view();
            for (Board.Listener listener : listeners) {
                if (!isTold(listener, view)) {
                    repeat();
                }
            }
        } finally {
            telling.unlock();
        }
    }

    private boolean isTold(Board.Listener listener, BoardView view) {
        try {
            return listener.onBoard(board, view);
        } catch (StoreUnavailableException | Refusal e) {
            LOG.debug("A change of a board can't be told yet", LogKey.REASON.of(e));
        } catch (RuntimeException e) {
            LOG.warn("A change of a board could not be told", e);
        }
        return false;
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
}
