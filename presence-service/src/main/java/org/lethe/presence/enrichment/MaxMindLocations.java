package org.lethe.presence.enrichment;

import com.maxmind.db.NoCache;
import com.maxmind.db.Reader;
import com.maxmind.geoip2.DatabaseReader;
import com.maxmind.geoip2.exception.GeoIp2Exception;
import com.maxmind.geoip2.model.CityResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import org.lethe.contracts.personal.Location;

/**
 * A city database in MaxMind's format; nothing leaves the machine.
 *
 * <p>It is mapped, not loaded: only the pages that are asked for take memory. It has no cache,
 * since a cache would remember visitors' places beyond their visits.
 */
final class MaxMindLocations implements AutoCloseable {

    private final DatabaseReader database;

    private MaxMindLocations(DatabaseReader database) {
        this.database = database;
    }

    static MaxMindLocations open(Path file) throws IOException {
        return new MaxMindLocations(
                new DatabaseReader.Builder(file.toFile())
                        .fileMode(Reader.FileMode.MEMORY_MAPPED)
                        .withCache(NoCache.getInstance())
                        .build());
    }

    /** The place, without the network. */
    Location find(InetAddress address) {
        try {
            return database.tryCity(address)
                    .map(MaxMindLocations::place)
                    .orElseGet(Location::unknown);
        } catch (IOException | GeoIp2Exception damagedRecord) {
            // The message would hold the address. A place is a convenience: a visit goes on
            // without.
            return Location.unknown();
        }
    }

    private static Location place(CityResponse found) {
        return Location.of(
                found.city().name(),
                found.leastSpecificSubdivision().name(),
                found.country().name(),
                found.country().isoCode(),
                found.postal().code(),
                null);
    }

    @Override
    public void close() throws IOException {
        database.close();
    }
}
