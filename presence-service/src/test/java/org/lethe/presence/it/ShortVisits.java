package org.lethe.presence.it;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.time.Duration;
import java.util.Map;

/** Visits that end after seconds instead of minutes. */
public final class ShortVisits implements QuarkusTestProfile {

    /** A page that sends no heartbeats is hung up on after half of it. */
    static final Duration LIFETIME = Duration.ofSeconds(12);

    static final String CONSOLE = "https://console.example";

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "lethe.lifetimes.visit",
                LIFETIME.toSeconds() + "s",
                "lethe.presence.feed.repair-every",
                "2s",
                "lethe.origins.console",
                CONSOLE);
    }
}
