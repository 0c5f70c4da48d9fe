package org.lethe.runtime.metric;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.distribution.CountAtBucket;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RequestBucketsTest {

    private final MeterRegistry registry = new SimpleMeterRegistry();

    @BeforeEach
    void filter() {
        registry.config().meterFilter(new RequestBuckets());
    }

    @Test
    void givesRequestsTheBucketsOfFramesAndEvents() {
        Timer requests = registry.timer("http.server.requests", "uri", "/v1/me");
        requests.record(Duration.ofMillis(3));

        CountAtBucket[] buckets = requests.takeSnapshot().histogramCounts();

        assertThat(buckets)
                .extracting(bucket -> bucket.bucket(TimeUnit.MILLISECONDS))
                .containsExactlyElementsOf(
                        Arrays.stream(Buckets.ends()).map(end -> (double) end.toMillis()).toList());
        assertThat(buckets).extracting(CountAtBucket::count).startsWith(0d, 0d, 1d);
    }

    @Test
    void leavesOtherTimersAsTheyAre() {
        assertThat(registry.timer("worker.pool.usage").takeSnapshot().histogramCounts()).isEmpty();
    }
}
