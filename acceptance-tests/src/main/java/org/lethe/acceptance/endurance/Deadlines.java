package org.lethe.acceptance.endurance;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;

/** By when nothing may be stored any more of what is over. Safe for threads. */
final class Deadlines {

    private static final Duration LATER = Duration.ofMinutes(2);

    private final Consumer<Broken> broken;
    private final BooleanSupplier disturbed;
    private final Map<String, Due> times = new HashMap<>();

    /**
     * @param disturbed whether a service that destroys was away a moment ago
     */
    Deadlines(BooleanSupplier disturbed, Consumer<Broken> broken) {
        this.disturbed = disturbed;
        this.broken = broken;
    }

    /**
     * @param postponed whether it needs a service that may be away: then it may be later
     */
    private record Due(long at, boolean postponed) {}

    /** Sets it, or moves it; to a later time too, as a heartbeat does. */
    synchronized void set(String scope, long fromNanos, Duration allowed) {
        times.put(scope, new Due(fromNanos + allowed.toNanos(), false));
    }

    /** The same for what a service must do, which may be away. */
    synchronized void setUnlessDisturbed(String scope, long fromNanos, Duration allowed) {
        times.put(scope, new Due(fromNanos + allowed.toNanos(), true));
    }

    /**
     * Looks for what is due.
     *
     * @param remains tells what is still stored of some scopes, by names that hold the scope's
     */
    void look(long nanos, Function<List<String>, List<String>> remains) {
        List<String> due = due(nanos);
        if (due.isEmpty()) {
            return;
        }
        List<String> left = remains.apply(due);
        boolean later = disturbed.getAsBoolean();
        synchronized (this) {
            // One that was moved meanwhile was not due.
            due.stream()
                    .filter(scope -> isDue(scope, nanos))
                    .forEach(scope -> judge(scope, left, nanos, later));
        }
    }

    private void judge(String scope, List<String> left, long nanos, boolean later) {
        Due due = times.remove(scope);
        List<String> parts = left.stream().filter(part -> part.contains(scope)).toList();
        if (parts.isEmpty()) {
            return;
        }
        if (due != null && due.postponed() && later) {
            setUnlessDisturbed(scope, nanos, LATER);
        } else {
            broken.accept(new Broken(Invariant.NOTHING_OUTLIVES, scope, "still stored: " + parts));
        }
    }

    private synchronized List<String> due(long nanos) {
        return times.keySet().stream().filter(scope -> isDue(scope, nanos)).toList();
    }

    private boolean isDue(String scope, long nanos) {
        Due due = times.get(scope);
        return due != null && nanos - due.at() >= 0;
    }

    /** How many are not over yet. */
    synchronized int open() {
        return times.size();
    }
}
