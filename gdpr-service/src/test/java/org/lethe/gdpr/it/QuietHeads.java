package org.lethe.gdpr.it;

import java.util.Map;
import org.lethe.stack.fixture.TestSettings;

/** The service publishes no head by itself but perhaps one at its start. */
public final class QuietHeads extends TestSettings {

    @Override
    public Map<String, String> start() {
        return Map.of("lethe.ledger.head-check", "1h");
    }
}
