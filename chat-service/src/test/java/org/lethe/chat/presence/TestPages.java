package org.lethe.chat.presence;

import java.time.Clock;
import org.lethe.chat.InMemory;
import org.lethe.privacy.retention.Lifetimes;

/** The pages of a replica for the tests of other packages. */
public final class TestPages {

    private TestPages() {}

    public static VisitorPages pages(InMemory memory) {
        return new VisitorPages(
                memory.sightings,
                SightingTimes.of(Lifetimes.standard().visit()),
                () -> nanos(memory.clock));
    }

    /** What is heard is noted, as every few seconds. */
    public static void note(VisitorPages pages) {
        pages.note();
    }

    /** A clock in the place of {@link System#nanoTime}. */
    public static long nanos(Clock clock) {
        return clock.millis() * 1_000_000;
    }
}
