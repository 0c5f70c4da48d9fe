package org.lethe.runtime.limit;

import io.github.bucket4j.TimeMeter;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/**
 * Counts those who keep nothing of it, named by keyed hashes. Whose allowance is full again is
 * forgotten, also while nobody comes: nothing tells any more who was here. When there are too many,
 * the least recent is forgotten, too.
 */
final class PassersBy {

    private final Map<String, Used> allowances;
    private final Rate rate;
    private final TimeMeter time;
    private final Executor later;
    private boolean isAwaited;

    PassersBy(Rate rate, int most) {
        this(
                rate,
                most,
                TimeMeter.SYSTEM_NANOTIME,
                CompletableFuture.delayedExecutor(rate.refill().toMillis(), TimeUnit.MILLISECONDS));
    }

    /**
     * @param later runs what it is given after the time of refilling
     */
    PassersBy(Rate rate, int most, TimeMeter time, Executor later) {
        this.rate = rate;
        this.time = time;
        this.later = later;
        this.allowances =
                new LinkedHashMap<>(16, 0.75f, true) {
                    private static final long serialVersionUID = 1L;

                    @Override
                    protected boolean removeEldestEntry(Map.Entry<String, Used> eldest) {
                        return size() > most;
                    }
                };
    }

    /** Takes one of what somebody has, or says that there is none. */
    boolean take(String who) {
        synchronized (allowances) {
            Used used = allowances.computeIfAbsent(who, any -> new Used(rate.allowance(time)));
            used.at = time.currentTimeNanos();
            await();
            return used.allowance.take();
        }
    }

    /** How many are remembered. */
    int count() {
        synchronized (allowances) {
            return allowances.size();
        }
    }

    private void await() {
        if (!isAwaited) {
            isAwaited = true;
            later.execute(this::forgetWhoIsFull);
        }
    }

    private void forgetWhoIsFull() {
        synchronized (allowances) {
            long full = time.currentTimeNanos() - rate.refill().toNanos();
            Iterator<Used> eldest = allowances.values().iterator();
            while (eldest.hasNext() && eldest.next().at <= full) {
                eldest.remove();
            }
            isAwaited = false;
            if (!allowances.isEmpty()) {
                await();
            }
        }
    }

    private static final class Used {

        private final Allowance allowance;
        private long at;

        Used(Allowance allowance) {
            this.allowance = allowance;
        }
    }
}
