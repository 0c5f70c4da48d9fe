package org.lethe.gdpr.opendsr;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The processor's side of OpenDSR. None of it is personal data. */
@ConfigMapping(prefix = "lethe.opendsr")
public interface OpenDsrSettings {

    /** The processor's domain: it signs in its name, and its extension holds our selectors. */
    @WithDefault("lethe.example")
    String domain();

    /** The address that controllers reach the service at; results are named under it. */
    @WithDefault("http://localhost:8080")
    URI publicUrl();

    /** Where the X.509 certificate of the signing key is published, if it is. */
    Optional<URI> certificateUrl();

    /**
     * The origins that may be called back, as {@code account=https://host[:port]}. A callback URL
     * that a request brings makes the service call out, so every other is refused.
     */
    Optional<List<String>> callbackOrigins();

    /** How long one callback may take, to the end of its answer. */
    @WithDefault("PT3S")
    Duration callbackTimeout();

    /** Tries for each callback: the first at once, the later ones after ever longer waits. */
    @WithDefault("5")
    int callbackAttempts();
}
