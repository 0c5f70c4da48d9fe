package org.lethe.presence.enrichment;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Where the data is that tells places and networks from addresses, and who resolves host names. */
@ConfigMapping(prefix = "lethe.presence")
public interface EnrichmentConfig {

    /**
     * The folder with {@code city.mmdb}, {@code asn-ipv4.csv} and {@code asn-ipv6.csv}. Without it
     * visits have no place and no network. The data is read here; no address leaves the machine.
     */
    Optional<Path> geoDirectory();

    /**
     * The operator's own resolver for reverse DNS, as {@code host:port}; empty: no host names. It
     * is told the addresses of visitors, except those of accounts that have them removed.
     */
    Optional<String> resolver();

    /** How long to wait for a host name; the visit is shown meanwhile without it. */
    @WithDefault("1s")
    Duration resolverTimeout();
}
