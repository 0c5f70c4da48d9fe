package org.lethe.presence.enrichment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.lethe.contracts.personal.Location;

/** What was found in the geo directory; a part that isn't there answers that it knows nothing. */
record GeoData(@Nullable MaxMindLocations locations, @Nullable AsnNetworks networks)
        implements AutoCloseable {

    static final GeoData NONE = new GeoData(null, null);

    static GeoData read(Path directory) {
        try {
            return new GeoData(city(directory.resolve("city.mmdb")), networks(directory));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("geo data can't be read", unreadable);
        }
    }

    /** Place and provider of the address, as far as the data has them. */
    Location locate(InetAddress address) {
        Location place = locations == null ? Location.unknown() : locations.find(address);
        return networks == null ? place : place.in(networks.find(address).orElse(null));
    }

    private static @Nullable MaxMindLocations city(Path file) throws IOException {
        return Files.isReadable(file) ? MaxMindLocations.open(file) : null;
    }

    private static @Nullable AsnNetworks networks(Path directory) throws IOException {
        Path ipv4 = directory.resolve("asn-ipv4.csv");
        Path ipv6 = directory.resolve("asn-ipv6.csv");
        return Files.isReadable(ipv4) && Files.isReadable(ipv6)
                ? AsnNetworks.read(ipv4, ipv6)
                : null;
    }

    @Override
    public void close() throws IOException {
        if (locations != null) {
            locations.close();
        }
    }
}
