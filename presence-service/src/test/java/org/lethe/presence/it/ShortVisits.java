package org.lethe.presence.it;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** Visits that end after seconds instead of minutes. */
public final class ShortVisits implements QuarkusTestProfile {

    static final String CONSOLE = "https://console.example";

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "lethe.lifetimes.visit", "6s",
                "lethe.presence.feed.repair-every", "2s",
                "lethe.origins.console", CONSOLE);
    }
}
