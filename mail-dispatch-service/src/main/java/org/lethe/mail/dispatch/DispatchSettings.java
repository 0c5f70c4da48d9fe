package org.lethe.mail.dispatch;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How letters are retried and looked for. */
@ConfigMapping(prefix = "lethe.mail")
public interface DispatchSettings {

    /** Every letter that is open is looked for this often: a lost event delays one so long. */
    @WithDefault("10s")
    Duration sweepEvery();

    Retry retry();

    Unanswered unanswered();

    /** Pauses between attempts while the mail server does not take a letter. */
    interface Retry {

        @WithDefault("1s")
        Duration first();

        /** The longest pause; a letter waits sealed, until its deadline. */
        @WithDefault("1m")
        Duration longest();
    }

    /**
     * What is done with a letter that a mail server had whole and gave no word on: it may have
     * arrived, and every further attempt may be another copy.
     */
    interface Unanswered {

        /** How many copies are sent at most, the first included; then it is left at that. */
        @WithDefault("3")
        int copies();

        /** Between the first and the second; the pause doubles. */
        @WithDefault("5m")
        Duration first();

        @WithDefault("30m")
        Duration longest();
    }
}
