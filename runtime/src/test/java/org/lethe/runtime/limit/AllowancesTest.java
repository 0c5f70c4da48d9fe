package org.lethe.runtime.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class AllowancesTest {

    private final Rate rate = new Rate(2, Duration.ofHours(1));

    @Test
    void countsEachKeyAlone() {
        var allowances = new Allowances<String>(rate, 10);

        assertThat(allowances.take("a")).isTrue();
        assertThat(allowances.take("a")).isTrue();
        assertThat(allowances.take("a")).isFalse();
        assertThat(allowances.take("b")).isTrue();
    }

    @Test
    void forgetsTheLeastRecentWhenThereAreTooMany() {
        var allowances = new Allowances<Integer>(rate, 2);
        allowances.take(1);
        allowances.take(1);
        allowances.take(2);
        allowances.take(3);

        assertThat(allowances.take(1)).as("starts anew").isTrue();
    }
}
