package org.lethe.gdpr.it;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/**
 * The service publishes no head by itself but perhaps one at its start. A profile, since tests with
 * one come last: behind heads of a test's own making no service signs any more.
 */
public final class QuietHeads implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("lethe.ledger.head-check", "1h");
    }
}
