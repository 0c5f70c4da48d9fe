package org.lethe.mail;

import java.util.Map;
import org.lethe.stack.fixture.TestSettings;

/** Makes the rhythms of the service short. */
public final class ShortRhythms extends TestSettings {

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
}
