package org.lethe.mail;

import java.util.Map;
import org.lethe.stack.fixture.TestSettings;

/** Keeps the service under test from sending letters, so that another process does. */
public final class SendsNothing extends TestSettings {

    @Override
    public Map<String, String> start() {
        return Map.of(
                "lethe.mail.sweep-every", "24h",
                "mp.messaging.incoming.letters.enabled", "false");
    }
}
