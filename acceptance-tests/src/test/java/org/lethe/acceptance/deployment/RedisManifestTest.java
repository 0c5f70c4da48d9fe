package org.lethe.acceptance.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lethe.privacy.redis.StoreInspection;

class RedisManifestTest {

    private final Path folder = Manifest.root().resolve("k8s/base/redis");

    @Test
    void setsRedisAsTheServicesInsist() throws IOException {
        assertThat(settings()).containsAllEntriesOf(StoreInspection.REQUIRED);
    }

    @Test
    void leavesNothingBehindOnDisksInLogsAndBacklogs() throws IOException {
        assertThat(settings())
                .containsAllEntriesOf(
                        Map.of(
                                "shutdown-on-sigterm", "nosave",
                                "hz", "100",
                                "dynamic-hz", "no",
                                "active-expire-effort", "10",
                                "lazyfree-lazy-expire", "no",
                                "lazyfree-lazy-user-del", "no",
                                "crash-log-enabled", "no",
                                "repl-diskless-sync", "yes",
                                "repl-diskless-load", "swapdb",
                                "repl-backlog-size", "16kb"))
                .containsEntry("min-replicas-to-write", "1");
    }

    @Test
    void overwritesWhatIsFreed() {
        List<Manifest> sets = Manifest.parse(read("statefulset.yaml"));

        assertThat(sets.getFirst().podSpec().at("/containers/0/env"))
                .filteredOn(variable -> variable.path("name").asText().endsWith("MALLOC_CONF"))
                .hasSize(2)
                .allMatch(variable -> variable.path("value").asText().startsWith("junk:free,"));
    }

    @Test
    void refusesNewDataBeforeThePodIsFull() {
        String limit =
                Manifest.parse(read("statefulset.yaml"))
                        .getFirst()
                        .podSpec()
                        .at("/containers/0/resources/limits/memory")
                        .asText();

        // While a replica loads anew, the old data is beside the new.
        assertThat(2 * bytes(settings().get("maxmemory"))).isLessThan(bytes(limit));
    }

    private static long bytes(@Nullable String quantity) {
        String text = Objects.requireNonNull(quantity).toLowerCase(Locale.ROOT);
        long unit = text.contains("g") ? 1L << 30 : 1L << 20;
        return unit * Long.parseLong(text.replaceAll("\\D", ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"start-redis.sh", "start-sentinel.sh"})
    void startsByAScriptThatAShellUnderstands(String script) throws Exception {
        Process shell =
                new ProcessBuilder("sh", "-n", folder.resolve(script).toString())
                        .inheritIO()
                        .start();

        assertThat(shell.waitFor()).isZero();
    }

    private Map<String, String> settings() {
        var settings = new HashMap<String, String>();
        for (String line : read("redis.conf").lines().toList()) {
            String[] parts = line.strip().split("\\s+", 2);
            if (parts.length == 2 && !parts[0].startsWith("#")) {
                settings.put(parts[0], parts[1].replace("\"", ""));
            }
        }
        return settings;
    }

    private String read(String file) {
        try {
            return Files.readString(folder.resolve(file));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
