package org.lethe.mail;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** Makes the rhythms of the service short. */
public final class ShortRhythms implements QuarkusTestResourceLifecycleManager {

    @Override
    public Map<String, String> start() {
        return Map.of(
                "quarkus.mailer.from",
                "Lethe <chat@lethe.example>",
                "lethe.mail.sweep-every",
                "1s",
                "lethe.mail.lease",
                "2s",
                "lethe.mail.handed-over-lease",
                "4s",
                "lethe.mail.retry.first",
                "200ms",
                "lethe.mail.retry.longest",
                "1s");
    }

    @Override
    public void stop() {}
}
