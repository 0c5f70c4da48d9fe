package org.lethe.mail.notice;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.Map;
import org.lethe.contracts.event.LossReason;

/** How many letters were lost, or perhaps were, and why; there with 0 from the start. */
final class LossCounts {

    private final Map<LossReason, Counter> letters = new EnumMap<>(LossReason.class);
    private final Map<LossReason, Counter> notices = new EnumMap<>(LossReason.class);

    LossCounts(MeterRegistry metrics) {
        for (LossReason reason : LossReason.values()) {
            letters.put(
                    reason,
                    Counter.builder("lethe.mail.letters.lost")
                            .description("Letters whose account was told that they are lost")
                            .tag("reason", reason.code())
                            .register(metrics));
            notices.put(
                    reason,
                    Counter.builder("lethe.mail.notices.lost")
                            .description("Notices of such losses that were lost, too")
                            .tag("reason", reason.code())
                            .register(metrics));
        }
    }

    void letter(LossReason reason) {
        increment(letters, reason);
    }

    void notice(LossReason reason) {
        increment(notices, reason);
    }

    private static void increment(Map<LossReason, Counter> counters, LossReason reason) {
        Counter counter = counters.get(reason);
        if (counter != null) {
            counter.increment();
        }
    }
}
