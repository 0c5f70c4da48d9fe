package org.lethe.acceptance.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
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
import org.lethe.privacy.redis.node.NodeRule;

class RedisManifestTest {

    private final Path folder = Manifest.root().resolve("k8s/base/redis");

    /** That the values are right is found by StoreInspectionIT, in a Redis that has them. */
    @Test
    void leavesNoSettingToChanceThatTheServicesLookAt() {
        assertThat(settings())
                .containsKeys(
                        NodeRule.ofSettings().stream().map(NodeRule::label).toArray(String[]::new));
    }

    @Test
    void leavesNothingBehindOnDisksInLogsAndBacklogs() {
        assertThat(settings())
                .containsAllEntriesOf(
                        Map.ofEntries(
                                Map.entry("save", ""),
                                Map.entry("appendonly", "no"),
                                Map.entry("shutdown-on-sigterm", "nosave"),
                                Map.entry("maxmemory-policy", "noeviction"),
                                Map.entry("slowlog-log-slower-than", "-1"),
                                Map.entry("notify-keyspace-events", ""),
                                Map.entry("crash-log-enabled", "no"),
                                Map.entry("hz", "100"),
                                Map.entry("dynamic-hz", "no"),
                                Map.entry("active-expire-effort", "10"),
                                Map.entry("lazyfree-lazy-expire", "no"),
                                Map.entry("lazyfree-lazy-user-del", "no"),
                                Map.entry("repl-diskless-sync", "yes"),
                                Map.entry("repl-diskless-load", "swapdb"),
                                Map.entry("repl-backlog-size", "16kb"),
                                Map.entry("min-replicas-to-write", "1")));
    }

    @Test
    void overwritesWhatIsFreed() {
        assertThat(redis().at("/env"))
                .filteredOn(variable -> variable.path("name").asText().endsWith("MALLOC_CONF"))
                .hasSize(2)
                .allMatch(variable -> variable.path("value").asText().startsWith("junk:free,"));
    }

    @Test
    void refusesNewDataBeforeThePodIsFull() {
        String limit = redis().at("/resources/limits/memory").asText();

        // While a replica loads anew, the old data is beside the new.
        assertThat(2 * bytes(settings().get("maxmemory"))).isLessThan(bytes(limit));
    }

    private Manifest set() {
        return Manifest.parse(read("statefulset.yaml")).getFirst();
    }

    private JsonNode redis() {
        return set().podSpec().at("/containers/0");
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
