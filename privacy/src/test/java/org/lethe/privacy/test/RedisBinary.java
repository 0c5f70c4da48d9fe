package org.lethe.privacy.test;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The redis-server on the PATH, else the one that a jar carries. */
final class RedisBinary {

    private static final Path SERVER = find().orElseGet(RedisBinary::carried);

    private RedisBinary() {}

    static Path server() {
        return SERVER;
    }

    private static Optional<Path> find() {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Arrays.stream(path.split(File.pathSeparator, -1))
                .map(folder -> Path.of(folder, "redis-server"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static Path carried() {
        boolean arm = System.getProperty("os.arch").toLowerCase(Locale.ROOT).contains("aarch64");
        boolean mac = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("mac");
        String name =
                "/redis-server-7.0.15-" + (mac ? "darwin" : "linux") + (arm ? "-arm64" : "-amd64");
        try (InputStream in = redis.embedded.RedisServer.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("no redis-server on the PATH, none carried");
            }
            Path file = Files.createTempFile("redis-server", "");
            Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
            if (!file.toFile().setExecutable(true)) {
                throw new IllegalStateException("the carried redis-server can't be run");
            }
            file.toFile().deleteOnExit();
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
