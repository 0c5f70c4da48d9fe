package org.lethe.mail.post;

import java.time.Duration;

/** How letters are handed in, with short silences where a test waits for one. */
public record LocalPost(
        int connections,
        int connectionsPerAccount,
        Duration silence,
        Duration firstTransfer,
        Duration handIn)
        implements PostSettings {

    public static LocalPost of(Duration silence) {
        return new LocalPost(8, 3, silence, Duration.ofMinutes(1), Duration.ofMinutes(10));
    }

    @Override
    public Duration connectTimeout() {
        return Duration.ofSeconds(10);
    }
}
