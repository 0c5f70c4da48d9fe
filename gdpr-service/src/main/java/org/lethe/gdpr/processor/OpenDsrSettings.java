package org.lethe.gdpr.processor;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The processor's side of OpenDSR. None of it is personal data. */
@ConfigMapping(prefix = "lethe.opendsr")
public interface OpenDsrSettings {

    /**
     * The processor's domain: it signs in its name, as the certificate must say, issues receipts in
     * it, and its extension holds our selectors.
     */
    @WithDefault("lethe.example")
    String domain();

    /** The address that controllers reach the service at; results are named under it. */
    @WithDefault("http://localhost:8080")
    URI publicUrl();

    /**
     * The origins that may be called back, as {@code account=https://host[:port]}. A callback URL
     * that a request brings makes the service call out, so every other is refused.
     */
    Optional<List<String>> callbackOrigins();

    /** How often callbacks are looked for that are due: one round trip to the store. */
    Duration callbackInterval();
}
