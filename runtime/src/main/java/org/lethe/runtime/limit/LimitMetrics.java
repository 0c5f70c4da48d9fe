package org.lethe.runtime.limit;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Which limits are met, never by whom. */
@ApplicationScoped
class LimitMetrics implements MeterBinder {

    private final Limits limits;

    @Inject
    LimitMetrics(Limits limits) {
        this.limits = limits;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        for (Limit limit : Limit.values()) {
            LimitCounts counts = limits.countsOf(limit);
            FunctionCounter.builder("lethe.limits.refused", counts, it -> it.refused().sum())
                    .description("What was refused by this process because it was too much")
                    .tag("limit", limit.code())
                    .register(registry);
            FunctionCounter.builder("lethe.limits.uncounted", counts, it -> it.uncounted().sum())
                    .description("What could not be counted because the store was away")
                    .tag("limit", limit.code())
                    .register(registry);
        }
    }
}
