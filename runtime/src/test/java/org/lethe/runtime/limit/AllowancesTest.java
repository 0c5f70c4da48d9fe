package org.lethe.runtime.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class AllowancesTest {

    private final Rate rate = new Rate(2, Duration.ofHours(1));

    @Test
    void countsEachKeyAlone() {
        var allowances = new Allowances(rate, 10);

        assertThat(allowances.of("a").take()).isTrue();
        assertThat(allowances.of("a").take()).isTrue();
        assertThat(allowances.of("a").take()).isFalse();
        assertThat(allowances.of("b").take()).isTrue();
    }

    @Test
    void forgetsTheLeastRecentWhenThereAreTooMany() {
        var allowances = new Allowances(rate, 2);
        allowances.of("1").take();
        allowances.of("1").take();
        allowances.of("2").take();
        allowances.of("3").take();

        assertThat(allowances.of("1").take()).as("starts anew").isTrue();
    }
}
