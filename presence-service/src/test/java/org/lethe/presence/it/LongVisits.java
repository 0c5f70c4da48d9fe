package org.lethe.presence.it;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** Visits that live as long as the schedule says. */
public final class LongVisits implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("lethe.origins.console", ShortVisits.CONSOLE);
    }
}
