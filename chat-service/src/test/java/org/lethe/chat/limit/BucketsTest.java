package org.lethe.chat.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BucketsTest {
    private final Buckets.Rate rate = new Buckets.Rate(2, Duration.ofHours(1));

    @Test
    void countsEachKeyAlone() {
        var buckets = new Buckets<String>(rate, 10);

        assertThat(buckets.take("a")).isTrue();
        assertThat(buckets.take("a")).isTrue();
        assertThat(buckets.take("a")).isFalse();
        assertThat(buckets.take("b")).isTrue();
    }

    @Test
    void forgetsTheLeastRecentWhenThereAreTooMany() {
        var buckets = new Buckets<Integer>(rate, 2);
        buckets.take(1);
        buckets.take(1);
        buckets.take(2);
        buckets.take(3);

        assertThat(buckets.take(1)).as("starts anew").isTrue();
    }
}
