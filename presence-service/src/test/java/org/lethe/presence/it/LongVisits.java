package org.lethe.presence.it;

import java.util.Map;
import org.lethe.stack.fixture.TestSettings;

/** Visits that live as long as the schedule says. */
public final class LongVisits extends TestSettings {

    @Override
    public Map<String, String> start() {
        return Map.of("lethe.origins.console", ShortVisits.CONSOLE);
    }
}
