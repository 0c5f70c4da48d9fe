package org.lethe.mail.post;

import java.time.Duration;

/** Refuses settings that no mail would ever be sent with, or that would wait for ever. */
final class PostLimits {

    private PostLimits() {}

    static void check(PostSettings config) {
        require(config.connections() > 0, "connections");
        require(config.connectionsPerAccount() > 0, "connections-per-account");
        require(isTimeOut(config.connectTimeout()), "connect-timeout");
        require(isTimeOut(config.silence()), "silence");
        require(
                isTimeOut(config.handIn()) && config.handIn().compareTo(config.silence()) >= 0,
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
