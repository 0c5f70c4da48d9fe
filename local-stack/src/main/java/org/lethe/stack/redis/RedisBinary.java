package org.lethe.stack.redis;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lethe.stack.process.Executables;
import org.lethe.stack.process.PartFailure;

/** Finds a Redis: the machine's own if it is new enough, else the one that a library carries. */
public final class RedisBinary {

    private static final String CARRIED = "redis-server-7.0.15-";

    /** The first that knows {@code latency-tracking} and {@code enable-debug-command}. */
    private static final int OLDEST = 7;

    private static final Pattern VERSION = Pattern.compile(" v=(\\d{1,4})\\.");

    private RedisBinary() {}

    /** The server's program; a carried one is unpacked below {@code state} once. */
    public static Path find(Path state) {
        return Executables.find("redis-server")
                .filter(RedisBinary::fits)
                .orElseGet(() -> carried(state));
    }

    /** Whether a server knows all settings that the vault needs. */
    static boolean fits(Path server) {
        try {
            Process process =
                    new ProcessBuilder(server.toString(), "--version")
                            .redirectErrorStream(true)
                            .start();
            process.getOutputStream().close();
            Matcher version =
                    VERSION.matcher(new String(process.getInputStream().readAllBytes(), UTF_8));
            return version.find() && Integer.parseInt(version.group(1)) >= OLDEST;
        } catch (IOException e) {
            return false;
        }
    }

    /** Unpacks the carried program for this machine, if that has not been done. */
    static Path carried(Path state) {
        String name = CARRIED + platform();
        Path target = state.resolve("redis").resolve(name);
        if (Files.isExecutable(target)) {
            return target;
        }
        try (InputStream source = RedisBinary.class.getResourceAsStream("/" + name)) {
            if (source == null) {
                throw new PartFailure(
                        "redis", "no redis-server on the PATH and none carried for " + platform());
            }
            unpack(source, target);
            return target;
        } catch (IOException e) {
            throw new PartFailure("redis", "the carried redis-server can't be unpacked", e);
        }
    }

    private static void unpack(InputStream source, Path target) throws IOException {
        Path folder = Files.createDirectories(target.toAbsolutePath().getParent());
        // Under another name first: somebody may start it at the same time.
        Path unfinished = Files.createTempFile(folder, "redis", ".part");
        Files.copy(source, unfinished, StandardCopyOption.REPLACE_EXISTING);
        Files.setPosixFilePermissions(unfinished, PosixFilePermissions.fromString("rwx------"));
        Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
    }

    private static String platform() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String processor = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        return (system.startsWith("mac") ? "darwin" : "linux")
                + "-"
                + (processor.equals("aarch64") ? "arm64" : "amd64");
    }
}
