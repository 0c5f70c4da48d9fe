package org.lethe.bench.load;

import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.IntSupplier;

/** Visitors who come as fast as the suite lets them in, few of them at a time. */
public final class Crowd {

    private static final int AT_A_TIME = 32;

    private Crowd() {}

    /**
     * Has visits opened, and waits until all were answered. Nobody keeps them: each ends by itself.
     *
     * @param numbers each visitor's own
     * @return how many are open
     */
    public static long come(Site site, int count, IntSupplier numbers) {
        var places = new Semaphore(AT_A_TIME);
        var opened = new LongAdder();
        for (int i = 0; i < count; i++) {
            places.acquireUninterruptibly();
            var _ =
                    Arrival.at(site, numbers.getAsInt())
                            .whenComplete((_, refused) -> {
                                if (refused == null) {
                                    opened.increment();
                                }
                                places.release();
                            });
        }
        places.acquireUninterruptibly(AT_A_TIME);
        return opened.sum();
    }
}
