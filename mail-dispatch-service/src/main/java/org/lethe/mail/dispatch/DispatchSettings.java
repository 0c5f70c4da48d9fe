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

    /** Pauses between attempts while the mail server does not take a letter. */
    interface Retry {

        @WithDefault("1s")
        Duration first();

        /** The longest pause; a letter waits sealed, until its deadline. */
        @WithDefault("1m")
        Duration longest();
    }
}
