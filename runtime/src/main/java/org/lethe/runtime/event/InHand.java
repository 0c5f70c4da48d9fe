package org.lethe.runtime.event;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Counts the records that are being processed just now, for who waits until none is. */
@Singleton
final class InHand {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition isEmpty = lock.newCondition();
    private int count;

    void during(Runnable work) {
        change(1);
        try {
            work.run();
        } finally {
            change(-1);
        }
    }

    /**
     * Whether nothing is in hand, now or within a time; false, too, if the thread is interrupted.
     */
    boolean awaitNothing(Duration atMost) {
        long left = atMost.toNanos();
        lock.lock();
        try {
            while (count > 0 && left > 0) {
                left = isEmpty.awaitNanos(left);
            }
            return count == 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }

    private void change(int by) {
        lock.lock();
        try {
            count += by;
            if (count == 0) {
                isEmpty.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }
}
