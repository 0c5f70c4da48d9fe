package org.lethe.presence.feed;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import org.lethe.contracts.frame.VisitorView;
import org.lethe.contracts.frame.VisitorsServerFrame.Changed;
import org.lethe.contracts.frame.VisitorsServerFrame.Gone;
import org.lethe.contracts.frame.VisitorsServerFrame.Visitors;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.VisitId;
import org.lethe.privacy.log.Log;
import org.lethe.privacy.log.LogKey;

/**
 * One account's list, for all operators that watch it on this replica.
 *
 * <p>Holds ids only. Signals are gathered for a moment, fetched together and sent to everybody, one
 * batch after the other, so that a later state never comes before an earlier one.
 */
final class AccountFeed implements FeedSignals.Listener {

    private static final Log LOG = Log.of(AccountFeed.class);

    private final AccountId account;
    private final VisitorList list;
    private final Pulse pulse;
    private final Map<String, Seat> seats = new ConcurrentHashMap<>();
    private final Set<VisitId> pending = ConcurrentHashMap.newKeySet();
    private final Set<VisitId> shown = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean scheduled = new AtomicBoolean();
    private final ReentrantLock turn = new ReentrantLock();

    AccountFeed(AccountId account, VisitorList list, Pulse pulse) {
        this.account = account;
        this.list = list;
        this.pulse = pulse;
    }

    /** Takes a seat for a watcher: from now until it leaves the feed is watched. */
    void expect(Watcher watcher) {
        seats.put(watcher.id(), new Seat(watcher));
    }

    /**
     * Sends the whole list, then every change from there on.
     *
     * <p>A long list goes as fast as the watcher takes it, and nobody else waits for that; what
     * changes meanwhile is sent at the end.
     */
    void join(String watcher) {
        Seat seat = seats.get(watcher);
        if (seat == null) {
            return;
        }
        List<List<VisitId>> portions = VisitorList.portions(list.visits(account));
        seat.watcher.sendAndAwait(
                new Visitors(portions.isEmpty() ? List.of() : show(portions.getFirst())));
        for (int at = 1; at < portions.size(); at++) {
            seat.watcher.sendAndAwait(new Changed(show(portions.get(at))));
        }
        turn.lock();
        try {
            catchUp(seat);
            seat.joined = true;
        } finally {
            turn.unlock();
        }
    }

    void leave(String watcher) {
        seats.remove(watcher);
    }

    boolean isWatched() {
        return !seats.isEmpty();
    }

    @Override
    public void onChanged(VisitId visit) {
        pending.add(visit);
        if (scheduled.compareAndSet(false, true)) {
            pulse.next(this::flush);
        }
    }

    /** A visit of some account was destroyed. */
    void onDestroyed(VisitId visit) {
        if (shown.contains(visit)) {
            onChanged(visit);
        }
    }

    /** Compares what is shown with what is open; by ids, so that it costs little. */
    @Override
    public void onMissed() {
        Set<VisitId> open = Set.copyOf(list.visits(account));
        shown.stream().filter(visit -> !open.contains(visit)).forEach(this::onChanged);
        open.stream().filter(visit -> !shown.contains(visit)).forEach(this::onChanged);
        // What could not be read when it was due.
        List.copyOf(pending).forEach(this::onChanged);
    }

    private void flush() {
        scheduled.set(false);
        turn.lock();
        try {
            List<VisitId> batch = List.copyOf(pending);
            batch.forEach(pending::remove);
            for (List<VisitId> portion : VisitorList.portions(batch)) {
                tell(portion);
            }
        } finally {
            turn.unlock();
        }
    }

    private void tell(List<VisitId> visits) {
        try {
            Set<VisitId> before = new HashSet<>(visits);
            before.retainAll(shown);
            List<VisitorView> changed = show(visits);
            List<VisitId> gone = without(changed, before);
            for (Seat seat : seats.values()) {
                if (seat.joined) {
                    send(seat.watcher, changed, gone);
                } else {
                    seat.meanwhile.addAll(visits);
                }
            }
        } catch (RuntimeException unavailable) {
            LOG.warn("visitors could not be read", unavailable, LogKey.ACCOUNT.of(account));
            pending.addAll(visits);
        }
    }

    private void catchUp(Seat seat) {
        for (List<VisitId> portion : VisitorList.portions(List.copyOf(seat.meanwhile))) {
            List<VisitorView> changed = show(portion);
            send(seat.watcher, changed, without(changed, portion));
        }
        seat.meanwhile.clear();
    }

    /**
     * Fetches views. Visits count as shown from before that, so that a destruction between the two
     * is not taken for one that concerns nobody.
     */
    private List<VisitorView> show(Collection<VisitId> visits) {
        shown.addAll(visits);
        Map<VisitId, VisitorView> views = list.views(account, visits);
        visits.stream().filter(visit -> !views.containsKey(visit)).forEach(shown::remove);
        return List.copyOf(views.values());
    }

    private static List<VisitId> without(List<VisitorView> views, Collection<VisitId> visits) {
        List<VisitId> rest = new ArrayList<>(visits);
        rest.removeAll(views.stream().map(VisitorView::visit).toList());
        return rest;
    }

    private static void send(Watcher watcher, List<VisitorView> changed, List<VisitId> gone) {
        if (!changed.isEmpty()) {
            watcher.send(new Changed(changed));
        }
        if (!gone.isEmpty()) {
            watcher.send(new Gone(gone));
        }
    }

    /** A watcher, and what changed while it was being sent the list. */
    private static final class Seat {
        final Watcher watcher;
        final Set<VisitId> meanwhile = ConcurrentHashMap.newKeySet();
        volatile boolean joined;

        Seat(Watcher watcher) {
            this.watcher = watcher;
        }
    }
}
