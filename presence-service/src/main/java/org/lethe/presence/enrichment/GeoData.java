package org.lethe.presence.enrichment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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

    /** The place of the address, {@link Place#UNKNOWN} when the data has none. */
    Place place(InetAddress address) {
        MaxMindLocations present = locations;
        return present == null ? Place.UNKNOWN : present.find(address);
    }

    /** The organisation (the provider) that announces the address. */
    Optional<String> network(InetAddress address) {
        AsnNetworks present = networks;
        return present == null ? Optional.empty() : present.find(address);
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
        MaxMindLocations open = locations;
        if (open != null) {
            open.close();
        }
    }
}
