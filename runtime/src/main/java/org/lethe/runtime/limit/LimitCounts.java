package org.lethe.runtime.limit;

import java.util.concurrent.atomic.LongAdder;

/**
 * How often a limit was met in this process.
 *
 * @param uncounted how often the store was away
 */
record LimitCounts(LongAdder refused, LongAdder uncounted) {

    LimitCounts() {
        this(new LongAdder(), new LongAdder());
    }
}
