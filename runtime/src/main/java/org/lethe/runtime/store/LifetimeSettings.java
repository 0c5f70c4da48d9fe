package org.lethe.runtime.store;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;
import java.util.Optional;
import org.lethe.privacy.retention.Lifetimes;

/** How long data may live; shorter than the retention schedule says, never longer. */
@ConfigMapping(prefix = "lethe.lifetimes")
public interface LifetimeSettings {

    /** A visit, after its last heartbeat or goodbye; 170 seconds by default and at most. */
    Optional<Duration> visit();

    /** A chat in which nobody writes; 30 minutes by default and at most. */
    Optional<Duration> chatIdle();

    /** Any chat; 12 hours by default and at most. */
    Optional<Duration> chat();

    /** A letter that no mail server takes; 1 hour by default, 24 hours at most. */
    Optional<Duration> letter();

    /** An erasure request; 24 hours by default and at most. */
    Optional<Duration> erasure();

    /**
     * From a deadline to the time to live behind it; 10 seconds by default and at most. It must be
     * longer than another service takes to go on for one that was killed, or Redis expires what
     * should have been overwritten.
     */
    Optional<Duration> margin();

    /** Refuses what is beyond the schedule, and a margin that the reaper may miss. */
    default Lifetimes lifetimes() {
        Lifetimes standard = Lifetimes.standard();
        if (margin().orElse(standard.margin()).compareTo(VaultProducer.LEASE) <= 0) {
            throw new IllegalArgumentException(
                    "a margin that is no longer than the reaper's lease");
        }
        return new Lifetimes(
                visit().orElse(standard.visit()),
                chatIdle().orElse(standard.chatIdle()),
                chat().orElse(standard.chat()),
                letter().orElse(standard.letter()),
                erasure().orElse(standard.erasure()),
                margin().orElse(standard.margin()));
    }
}
