package org.lethe.chat.loss;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.lethe.contracts.event.LossEvent;

/** Losses for the tests of other packages; they are told at once. */
public final class TestLosses {

    private TestLosses() {}

    /** Whose topic is read, and empty. */
    public static AccountLosses read(Clock clock) {
        var losses = new AccountLosses(clock, Duration.ZERO);
        losses.setRead();
        return losses;
    }

    /** What comes on the topic. */
    public static void note(AccountLosses losses, LossEvent loss, Instant at) {
        losses.note(loss, at);
    }
}
