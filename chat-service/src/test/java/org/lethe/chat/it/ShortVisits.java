package org.lethe.chat.it;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.time.Duration;
import java.util.Map;

/** Visitors who are silent have left after seconds instead of minutes. */
public final class ShortVisits implements QuarkusTestProfile {

    static final Duration LIFETIME = Duration.ofSeconds(4);

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "lethe.lifetimes.visit",
                LIFETIME.toSeconds() + "s",
                "quarkus.websockets-next.server.auto-ping-interval",
                "1s");
    }
}
