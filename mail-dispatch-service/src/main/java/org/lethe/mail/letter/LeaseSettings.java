package org.lethe.mail.letter;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long a letter is nobody else's after its sender died. */
@ConfigMapping(prefix = "lethe.mail")
public interface LeaseSettings {

    /** Until the letter is handed over; held for as long as one is sent. At least a second. */
    @WithDefault("15s")
    Duration lease();

    /**
     * The same once it was handed over: its sender may be alive and only cut off from Redis, with
     * the mail server's word that it has the letter. Longer than a fail-over of Redis takes, or
     * another instance sends the letter again. After a crash the letter waits as long, but at most
     * half of the time that it has left until its deadline.
     */
    @WithDefault("1m")
    Duration handedOverLease();
}
