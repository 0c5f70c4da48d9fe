package org.lethe.gdpr.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.annotation.Priority;
import org.junit.jupiter.api.Test;
import org.lethe.runtime.event.ChannelStop;

/** Observers with lower numbers are told of a stop before others. */
class LedgerStopTest {

    @Test
    void entersTheLastCountsWhenNothingIsReadAnyMoreAndTheLedgerIsStillFollowed()
            throws NoSuchMethodException {
        assertThat(stops(Tally.class))
                .isGreaterThan(ChannelStop.STOPS)
                .isGreaterThan(stops(LifecycleEvents.class))
                .isLessThan(stops(LedgerTail.class));
    }

    private static int stops(Class<?> observer) throws NoSuchMethodException {
        return observer.getDeclaredMethod("stop", ShutdownEvent.class)
                .getParameters()[0]
                .getAnnotation(Priority.class)
                .value();
    }
}
