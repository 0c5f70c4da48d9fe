package org.lethe.mail.post;

import java.time.Duration;
import org.lethe.contracts.id.ScopeKind;
import org.lethe.privacy.retention.RetentionSchedule;

/** Refuses settings that no mail would ever be sent with, or that would wait for ever. */
final class PostLimits {

    /**
     * More would never count, and what is noted of a letter that was handed over would be taken for
     * a record that nobody ends.
     */
    private static final Duration LONGEST_HAND_IN =
            RetentionSchedule.ceiling(ScopeKind.LETTER).dividedBy(2);

    private PostLimits() {}

    static void check(PostSettings config) {
        require(config.connections() > 0, "connections");
        require(config.connectionsPerAccount() > 0, "connections-per-account");
        require(isTimeOut(config.connectTimeout()), "connect-timeout");
        require(isTimeOut(config.silence()), "silence");
        require(
                config.handIn().compareTo(config.silence()) >= 0
                        && config.handIn().compareTo(LONGEST_HAND_IN) <= 0,
                "hand-in");
        require(isTimeOut(config.firstTransfer()), "first-transfer");
    }

    /** None at all would be no time-out. */
    private static boolean isTimeOut(Duration duration) {
        return duration.toMillis() > 0 && duration.toMillis() <= Integer.MAX_VALUE;
    }

    private static void require(boolean valid, String setting) {
        if (!valid) {
            throw new IllegalArgumentException("not a valid setting: lethe.mail.server." + setting);
        }
    }
}
