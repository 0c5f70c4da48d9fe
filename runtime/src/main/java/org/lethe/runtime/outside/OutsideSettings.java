package org.lethe.runtime.outside;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** How addresses are called that somebody else named. None of it is personal data. */
@ConfigMapping(prefix = "lethe.outside")
public interface OutsideSettings {

    /** The ports that may be called. */
    @WithDefault("443")
    Set<Integer> ports();

    /** Time for a connection, the one part of a call that nobody else bounds. */
    @WithDefault("PT3S")
    Duration connectTimeout();

    /** Time for a call, from the look-up of the name to the head of the answer. */
    @WithDefault("PT10S")
    Duration timeout();

    /** Whether this machine may be called: for a suite on one machine, and tests. */
    @WithDefault("false")
    boolean allowLoopback();

    /** A file of certificates, in PEM, that are trusted in place of the JDK's. */
    Optional<Path> certificateAuthorities();
}
