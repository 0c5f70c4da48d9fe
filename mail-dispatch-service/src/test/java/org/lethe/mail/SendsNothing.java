package org.lethe.mail;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** Keeps the service under test from sending letters, so that another process does. */
public final class SendsNothing implements QuarkusTestResourceLifecycleManager {

    @Override
    public Map<String, String> start() {
        return Map.of(
                "lethe.mail.sweep-every", "24h",
                "mp.messaging.incoming.letters.enabled", "false");
    }

    @Override
    public void stop() {}
}
