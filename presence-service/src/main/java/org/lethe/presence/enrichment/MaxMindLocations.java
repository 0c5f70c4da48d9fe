package org.lethe.presence.enrichment;

import com.maxmind.db.NoCache;
import com.maxmind.db.Reader;
import com.maxmind.geoip2.DatabaseReader;
import com.maxmind.geoip2.exception.GeoIp2Exception;
import com.maxmind.geoip2.model.CityResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

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

    Place find(InetAddress address) {
        try {
            return database.tryCity(address).map(MaxMindLocations::place).orElse(Place.UNKNOWN);
        } catch (IOException | GeoIp2Exception damagedRecord) {
            // The message would hold the address. A place is a convenience: a visit goes on
            // without.
            return Place.UNKNOWN;
        }
    }

    private static Place place(CityResponse found) {
        return new Place(
                known(found.city().name()),
                known(found.leastSpecificSubdivision().name()),
                known(found.country().name()),
                known(found.country().isoCode()),
                known(found.postal().code()));
    }

    private static @Nullable String known(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }

    @Override
    public void close() throws IOException {
        database.close();
    }
}
