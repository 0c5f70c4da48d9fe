package org.lethe.runtime.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lethe.contracts.personal.EmailAddress;
import org.lethe.privacy.retention.RetentionSchedule;

/** How long what replicas share of limits lies in the store. */
class SharedLifeTest {

    private final AtomicLong nanos = new AtomicLong();
    private final FakeLimitStore store = new FakeLimitStore(nanos::get);

    /** The watchdog takes what is there for longer for a record that nobody ends. */
    @ParameterizedTest
    @ValueSource(strings = {"1 in 1s", "3 in 24h", "3 in 36h"})
    void endsWithinTheLongestThatAnythingMayStay(String rate) {
        // Every while begins here, so the key of one lives for all of it.
        Clock beginning = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);
        Limits limits =
                TestLimits.on(store, beginning, Map.of("lethe.limits.copies-per-mailbox", rate));
        limits.take(Limit.COPIES_PER_MAILBOX, Subject.of(EmailAddress.of("vera@mail.example")), 1);
        assertThat(store.all()).hasSize(2);

        nanos.addAndGet(RetentionSchedule.LONGEST.toNanos());

        assertThat(store.all().keySet()).noneMatch(name -> store.read(name).isPresent());
    }
}
