package org.lethe.presence.enrichment;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.util.Optional;

/** Where the data is that tells places and networks from addresses. */
@ConfigMapping(prefix = "lethe.presence")
public interface EnrichmentSettings {

    /**
     * The folder with {@code city.mmdb}, {@code asn-ipv4.csv} and {@code asn-ipv6.csv}. Without it
     * visits have no place and no network. The data is read here; no address leaves the machine.
     */
    Optional<Path> geoDirectory();
}
