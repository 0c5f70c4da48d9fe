package org.lethe.runtime.socket;

/** A token bucket for the frames of one connection; used by one thread at a time. */
final class Allowance {

    private static final double NANOS = 1e9;

    private final int burst;
    private final int perSecond;
    private double left;
    private long at;

    Allowance(int burst, int perSecond, long nanoTime) {
        this.burst = burst;
        this.perSecond = perSecond;
        this.left = burst;
        this.at = nanoTime;
    }

    /** Takes one, or says that there is none. */
    synchronized boolean take(long nanoTime) {
        left = Math.min(burst, left + (nanoTime - at) / NANOS * perSecond);
        at = nanoTime;
        if (left < 1) {
            return false;
        }
        left--;
        return true;
    }
}
