package org.lethe.gdpr.opendsr;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Settings for tests.
 *
 * @param callbackOrigin the one that is registered
 */
record TestOpenDsr(String callbackOrigin) implements OpenDsrSettings {

    @Override
    public String domain() {
        return "lethe.example";
    }

    @Override
    public URI publicUrl() {
        return URI.create("https://chat.lethe.example");
    }

    @Override
    public Optional<URI> certificateUrl() {
        return Optional.empty();
    }

    @Override
    public Optional<List<String>> callbackOrigins() {
        return Optional.of(List.of(callbackOrigin));
    }

    @Override
    public Duration callbackTimeout() {
        return Duration.ofSeconds(1);
    }

    @Override
    public int callbackAttempts() {
        return 1;
    }
}
