package org.lethe.runtime.metric;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.distribution.DistributionStatisticConfig;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Arrays;

/** Makes a histogram of the durations that Quarkus counts of HTTP requests. */
@Singleton
class RequestBuckets implements MeterFilter {

    private static final String REQUESTS = "http.server.requests";
    private static final DistributionStatisticConfig HISTOGRAM =
            DistributionStatisticConfig.builder()
                    .serviceLevelObjectives(
                            Arrays.stream(Buckets.ends()).mapToDouble(Duration::toNanos).toArray())
                    .build();

    @Override
    public DistributionStatisticConfig configure(Meter.Id id, DistributionStatisticConfig config) {
        return id.getName().equals(REQUESTS) ? HISTOGRAM.merge(config) : config;
    }
}
