package org.lethe.chat.it;

import java.time.Duration;
import java.util.Map;
import org.lethe.stack.fixture.TestSettings;

/** Visitors who are silent have left after seconds instead of minutes. */
public final class ShortVisits extends TestSettings {

    static final Duration LIFETIME = Duration.ofSeconds(4);

    @Override
    public Map<String, String> start() {
        return Map.of(
                "lethe.lifetimes.visit",
                LIFETIME.toSeconds() + "s",
                "quarkus.websockets-next.server.auto-ping-interval",
                "1s");
    }
}
