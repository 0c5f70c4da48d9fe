package org.lethe.acceptance.endurance;

import java.util.ArrayList;
import java.util.List;

/** What went wrong on purpose, and when: by it is judged what may be late, doubled, or lost. */
final class Disturbances {

    private final List<Disturbance> all = new ArrayList<>();
    private final List<Long> losses = new ArrayList<>();

    /** Something, from one time by {@link System#nanoTime} to another. */
    private record Disturbance(String target, long from, long until) {}

    synchronized void note(String target, long from, long until) {
        all.add(new Disturbance(target, from, until));
    }

    /** All that Redis held is gone. */
    synchronized void noteLoss(long at) {
        losses.add(at);
    }

    /** How often one of the targets was disturbed in a time. */
    synchronized int count(long from, long until, List<String> targets) {
        return (int)
                all.stream()
                        .filter(it -> targets.contains(it.target()))
                        .filter(it -> it.from() <= until && it.until() >= from)
                        .count();
    }

    synchronized boolean wasStoreLost(long from, long until) {
        return losses.stream().anyMatch(at -> at >= from && at <= until);
    }
}
