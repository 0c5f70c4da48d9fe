package org.lethe.gdpr.notice;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.LongAdder;

/** What became of callbacks in this process, never whose they were. */
@ApplicationScoped
class NoticeCounts implements MeterBinder {

    private final LongAdder delivered = new LongAdder();
    private final LongAdder failed = new LongAdder();
    private final LongAdder givenUp = new LongAdder();

    LongAdder delivered() {
        return delivered;
    }

    /** Tries, of which a callback may have several. */
    LongAdder failed() {
        return failed;
    }

    LongAdder givenUp() {
        return givenUp;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        FunctionCounter.builder("lethe.opendsr.callbacks.delivered", delivered, LongAdder::sum)
                .description("Callbacks that controllers took")
                .register(registry);
        FunctionCounter.builder("lethe.opendsr.callbacks.failed", failed, LongAdder::sum)
                .description("Tries of callbacks that no controller took")
                .register(registry);
        FunctionCounter.builder("lethe.opendsr.callbacks.given.up", givenUp, LongAdder::sum)
                .description("Callbacks that were tried for a day and never taken")
                .register(registry);
    }
}
