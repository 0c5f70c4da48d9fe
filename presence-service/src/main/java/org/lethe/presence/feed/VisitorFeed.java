package org.lethe.presence.feed;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.contracts.frame.VisitorView;
import org.lethe.contracts.frame.VisitorsServerFrame;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.VisitId;
import org.lethe.contracts.signal.VisitChanged;
import org.lethe.privacy.log.Log;
import org.lethe.privacy.log.LogKey;
import org.lethe.privacy.redis.SignalListener;
import org.lethe.privacy.redis.StoreUnavailableException;
import org.lethe.privacy.retention.RetentionSchedule;
import org.lethe.runtime.problem.Refusal;

/**
 * One account's list, for all operators that watch it on this replica.
 *
 * <p>Holds ids only. Signals are gathered for a moment, fetched together and sent to everybody who
 * has taken what came before. Who has not catches up alone, so that nobody waits for a slow one,
 * and the last that each is sent of a visit is its latest state.
 */
final class VisitorFeed implements SignalListener {

    private static final Log LOG = Log.of(VisitorFeed.class);

    private final AccountId account;
    private final VisitorList list;
    private final InstantSource clock;
    private final Executor pulse;
    private final Executor deliveries;
    private final Map<String, FeedSeat> seats = new ConcurrentHashMap<>();
    private final Set<VisitId> pending = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean scheduled = new AtomicBoolean();
    private final ReentrantLock turn = new ReentrantLock();

    /**
     * What somebody may have on screen. Whoever takes a visit out tells all: so only a turn does.
     */
    private final Set<VisitId> shown = ConcurrentHashMap.newKeySet();

    /** When the store last answered what is open. */
    private volatile Instant seen;

    /**
     * A feed that nobody watches yet.
     *
     * @param clock by which it is told how long the store was away
     * @param pulse runs something a moment later, so that what happens meanwhile is done with it
     */
    VisitorFeed(
            AccountId account,
            VisitorList list,
            InstantSource clock,
            Executor pulse,
            Executor deliveries) {
        this.account = account;
        this.list = list;
        this.clock = clock;
        this.seen = clock.instant();
        this.pulse = pulse;
        this.deliveries = deliveries;
    }

    /** Takes a seat for a watcher: from now until it leaves the feed is watched. */
    void expect(Watcher watcher) {
        seats.put(watcher.id(), new FeedSeat(watcher));
    }

    /**
     * Sends the whole list, then every change from there on.
     *
     * <p>A long list goes as fast as the watcher takes it, and nobody else waits for that; what
     * changes meanwhile is sent at the end.
     */
    void join(String watcher) {
        FeedSeat seat = seats.get(watcher);
        if (seat == null) {
            return;
        }
        List<List<VisitId>> portions = VisitorList.portions(list.visits(account));
        seat.send(VisitorFrames.list(portions.isEmpty() ? List.of() : show(portions.getFirst())));
        portions.stream()
                .skip(1)
                .forEach(portion -> seat.send(VisitorFrames.changes(show(portion), List.of())));
        sendMeanwhile(seat);
    }

    void leave(String watcher) {
        seats.remove(watcher);
    }

    boolean isWatched() {
        return !seats.isEmpty();
    }

    @Override
    public void onSignal(byte[] payload) {
        onChanged(VisitChanged.parse(payload).visit());
    }

    void onChanged(VisitId visit) {
        pending.add(visit);
        if (scheduled.compareAndSet(false, true)) {
            pulse.execute(this::flush);
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
    public void onReconnected() {
        Set<VisitId> open = Set.copyOf(list.visits(account));
        shown.stream().filter(visit -> !open.contains(visit)).forEach(this::onChanged);
        open.stream().filter(visit -> !shown.contains(visit)).forEach(this::onChanged);
        // What could not be read when it was due.
        List.copyOf(pending).forEach(this::onChanged);
    }

    /**
     * Compares as regular work, since a signal may be missed. Where that was not possible for long,
     * whoever watches is hung up on: what they have on screen may be gone, and a page without a
     * connection lets go of it in time.
     */
    void repair() {
        Instant now = clock.instant();
        try {
            onReconnected();
            seen = now;
        } catch (StoreUnavailableException | Refusal away) {
            LOG.debug("a list of visitors can't be compared now", LogKey.ACCOUNT.of(account));
            if (seen.plus(RetentionSchedule.UNSEEN).isBefore(now)) {
                seats.values().forEach(seat -> cutOff(seat, ErrorCode.UNAVAILABLE));
            }
        }
    }

    private void cutOff(FeedSeat seat, ErrorCode why) {
        seats.remove(seat.id(), seat);
        seat.cutOff(why);
    }

    private void flush() {
        scheduled.set(false);
        turn.lock();
        try {
            List<VisitId> batch = List.copyOf(pending);
            batch.forEach(pending::remove);
            VisitorList.portions(batch).forEach(this::tell);
        } finally {
            turn.unlock();
        }
    }

    private void tell(List<VisitId> visits) {
        Set<VisitId> before = new HashSet<>(visits);
        before.retainAll(shown);
        Optional<List<VisitorView>> changed = tryFetch(visits);
        if (changed.isEmpty()) {
            return;
        }
        without(changed.get(), visits).forEach(shown::remove);
        List<VisitorsServerFrame> frames =
                VisitorFrames.changes(changed.get(), without(changed.get(), before));
        for (FeedSeat seat : seats.values()) {
            if (seat.begin(visits)) {
                deliveries.execute(() -> deliver(seat, frames));
            }
        }
    }

    private void deliver(FeedSeat seat, List<VisitorsServerFrame> frames) {
        try {
            seat.send(frames);
            sendMeanwhile(seat);
        } catch (RuntimeException goneOrNotReading) {
            cutOff(seat, ErrorCode.TOO_MANY_REQUESTS);
        }
    }

    private void sendMeanwhile(FeedSeat seat) {
        List<VisitId> visits = seat.takeMeanwhile();
        while (!visits.isEmpty()) {
            VisitorList.portions(visits).forEach(portion -> catchUp(seat, portion));
            visits = seat.takeMeanwhile();
        }
    }

    private void catchUp(FeedSeat seat, List<VisitId> visits) {
        List<VisitId> there = visits.stream().filter(shown::contains).toList();
        List<VisitId> gone = new ArrayList<>(visits);
        gone.removeAll(there);
        List<VisitorView> changed = List.of();
        if (!there.isEmpty()) {
            Optional<List<VisitorView>> fetched = tryFetch(there);
            changed = fetched.orElse(List.of());
            if (fetched.isPresent()) {
                // The others are to hear of these, too.
                without(changed, there).forEach(this::onChanged);
            }
        }
        seat.send(VisitorFrames.changes(changed, gone));
    }

    /** Fetches for one watcher; what is not there any more is told to all. */
    private List<VisitorView> show(List<VisitId> visits) {
        List<VisitorView> views = fetch(visits);
        without(views, visits).forEach(this::onChanged);
        return views;
    }

    /** Fetches views, or leaves the visits for later when they can't be read now. */
    private Optional<List<VisitorView>> tryFetch(List<VisitId> visits) {
        try {
            return Optional.of(fetch(visits));
        } catch (RuntimeException unavailable) {
            LOG.warn("visitors could not be read", unavailable, LogKey.ACCOUNT.of(account));
            pending.addAll(visits);
            return Optional.empty();
        }
    }

    /**
     * Fetches views. Visits count as shown from before that, so that a destruction between the two
     * is not taken for one that concerns nobody.
     */
    private List<VisitorView> fetch(List<VisitId> visits) {
        shown.addAll(visits);
        return List.copyOf(list.views(account, visits).values());
    }

    private static List<VisitId> without(List<VisitorView> views, Collection<VisitId> visits) {
        Set<VisitId> rest = new HashSet<>(visits);
        views.forEach(view -> rest.remove(view.visit()));
        return List.copyOf(rest);
    }
}
