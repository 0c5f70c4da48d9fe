package org.lethe.presence.it;

import java.time.Duration;
import java.util.Map;
import org.lethe.stack.fixture.TestSettings;

/** Visits that end after seconds instead of minutes. */
public final class ShortVisits extends TestSettings {

    /** A page that sends no heartbeats is hung up on after half of it. */
    static final Duration LIFETIME = Duration.ofSeconds(12);

    static final String CONSOLE = "https://console.example";

    @Override
    public Map<String, String> start() {
        return Map.of(
                "lethe.lifetimes.visit",
                LIFETIME.toSeconds() + "s",
                "lethe.presence.feed.repair-every",
                "2s",
                "lethe.origins.console",
                CONSOLE);
    }
}
