package org.lethe.gdpr.it;

import java.util.Map;
import org.lethe.stack.fixture.TestSettings;

/** What controllers are to be told stays where it was left, for the test to look at. */
public final class NoDelivery extends TestSettings {

    @Override
    public Map<String, String> start() {
        return Map.of("lethe.opendsr.callback-interval", "24h");
    }
}
