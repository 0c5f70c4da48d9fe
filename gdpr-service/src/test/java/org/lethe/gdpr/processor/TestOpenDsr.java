package org.lethe.gdpr.processor;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The processor's side of OpenDSR, for tests.
 *
 * @param origins of {@code callback-origins}
 */
public record TestOpenDsr(List<String> origins) implements OpenDsrSettings {

    public TestOpenDsr(String... origins) {
        this(List.of(origins));
    }

    @Override
    public String domain() {
        return "lethe.example";
    }

    @Override
    public URI publicUrl() {
        return URI.create("https://chat.lethe.example");
    }

    @Override
    public Optional<List<String>> callbackOrigins() {
        return Optional.of(origins);
    }

    @Override
    public Duration callbackInterval() {
        return Duration.ofSeconds(1);
    }
}
