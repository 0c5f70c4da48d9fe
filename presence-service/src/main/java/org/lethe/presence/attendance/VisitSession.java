package org.lethe.presence.attendance;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.lethe.contracts.id.VisitId;
import org.lethe.presence.attendance.VisitSessions.Line;

/**
 * The sockets of one visit on this replica. Holds ids and times only: neither keys nor content.
 *
 * <p>The count is reported under the lock, so that reports arrive in the order of what happened.
 */
final class VisitSession {

    private final VisitId visit;
    private final Attendance attendance;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<String, Tab> tabs = new HashMap<>(2);
    private boolean over;
    private volatile long beatAt;
    private volatile long renewedAt;

    VisitSession(VisitId visit, Attendance attendance) {
        this.visit = visit;
        this.attendance = attendance;
    }

    VisitId visit() {
        return visit;
    }

    /** What became of a socket that wanted to join. */
    enum Joined {
        YES,
        NOT_OPEN,
        /** The session ended meanwhile; a new one takes its place. */
        TOO_LATE
    }

    Joined join(Line line, long now) {
        lock.lock();
        try {
            if (over) {
                return Joined.TOO_LATE;
            }
            tabs.put(line.id(), new Tab(line, now));
            beatAt = now;
            if (report(now, now)) {
                return Joined.YES;
            }
            tabs.remove(line.id());
            over = tabs.isEmpty();
            return Joined.NOT_OPEN;
        } finally {
            lock.unlock();
        }
    }

    /** A sign of life; of a tab that had said goodbye it means that it is back. */
    void beat(String line, long now) {
        lock.lock();
        try {
            Tab tab = tabs.get(line);
            if (tab == null) {
                return;
            }
            tab.heardAt = now;
            beatAt = now;
            if (tab.left) {
                tab.left = false;
                report(now, now);
            }
        } finally {
            lock.unlock();
        }
    }

    /** The tab said goodbye; its socket stays until it is closed. */
    void leave(String line, long now) {
        lock.lock();
        try {
            Tab tab = tabs.get(line);
            if (tab != null && !tab.left) {
                tab.left = true;
                report(now, now);
            }
        } finally {
            lock.unlock();
        }
    }

    /**
     * The socket is closed; with the last one the session is over.
     *
     * <p>A socket that ends without a goodbye is no sign of life: a network may cut it long after
     * its page has gone. Then the visit lives no longer than from the last frame.
     *
     * @param closedAt when it was closed, which may be before now
     */
    void remove(String line, boolean goodbye, long closedAt, long now) {
        lock.lock();
        try {
            Tab tab = drop(line);
            if (tab != null && !tab.left) {
                report(goodbye ? closedAt : beatAt, now);
            }
        } finally {
            lock.unlock();
        }
    }

    /** The socket is closed, and that is reported with what happens next. */
    void forget(String line) {
        lock.lock();
        try {
            drop(line);
        } finally {
            lock.unlock();
        }
    }

    boolean isOver() {
        lock.lock();
        try {
            return over;
        } finally {
            lock.unlock();
        }
    }

    /** Ends the session and gives its sockets away. */
    List<Line> end() {
        lock.lock();
        try {
            over = true;
            List<Line> lines = tabs.values().stream().map(tab -> tab.line).toList();
            tabs.clear();
            return lines;
        } finally {
            lock.unlock();
        }
    }

    /**
     * The sockets that nothing was heard on since then, and that are to be hung up on.
     *
     * <p>One thread asks this of every session, so it does not wait for one that reports: while the
     * store is slow, all visits would wait with it to be renewed. The next round asks again.
     */
    List<Line> hangUp(long silentSince) {
        if (!lock.tryLock()) {
            return List.of();
        }
        try {
            List<Line> lines = new ArrayList<>(tabs.size());
            for (Tab tab : tabs.values()) {
                if (tab.heardAt < silentSince) {
                    lines.add(tab.line);
                }
            }
            return lines;
        } finally {
            lock.unlock();
        }
    }

    /** Whether it was heard of since it was renewed. */
    boolean isDue() {
        return beatAt != renewedAt;
    }

    long beatAt() {
        return beatAt;
    }

    void renewed(long beat) {
        renewedAt = beat;
    }

    /** How long ago a time was, in milliseconds both. */
    static Duration ago(long at, long now) {
        return Duration.ofMillis(Math.max(0, now - at));
    }

    private @Nullable Tab drop(String line) {
        Tab tab = tabs.remove(line);
        over |= tabs.isEmpty();
        return tab;
    }

    private boolean report(long heardAt, long now) {
        return attendance.attend(visit, ago(heardAt, now), present());
    }

    private int present() {
        int present = 0;
        for (Tab tab : tabs.values()) {
            present += tab.left ? 0 : 1;
        }
        return present;
    }

    private static final class Tab {
        final Line line;
        long heardAt;
        boolean left;

        Tab(Line line, long heardAt) {
            this.line = line;
            this.heardAt = heardAt;
        }
    }
}
