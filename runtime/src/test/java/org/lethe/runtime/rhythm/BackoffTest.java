package org.lethe.runtime.rhythm;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BackoffTest {

    @Test
    void pausesGrowUpToTheLimit() {
        var backoff = new Backoff(Duration.ofMillis(1), Duration.ofMillis(3));
        assertThat(backoff.next()).isEqualTo(Duration.ofMillis(1));
        assertThat(backoff.pause()).isTrue();
        assertThat(backoff.next()).isEqualTo(Duration.ofMillis(2));
        assertThat(backoff.pause()).isTrue();
        assertThat(backoff.next()).isEqualTo(Duration.ofMillis(3));
        assertThat(backoff.pause()).isTrue();
        assertThat(backoff.next()).isEqualTo(Duration.ofMillis(3));
    }

    @Test
    void anInterruptedThreadDoesNotTryAgain() {
        var backoff = Backoff.every(Duration.ofMinutes(1));
        Thread.currentThread().interrupt();
        assertThat(backoff.pause()).isFalse();
        assertThat(Thread.interrupted()).as("the interruption is still said").isTrue();
        assertThat(backoff.next()).isEqualTo(Duration.ofMinutes(1));
    }
}
