package org.lethe.acceptance.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lethe.privacy.redis.node.NodeRule;
import org.lethe.stack.redis.RedisServer;

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
    void overwritesWhatIsFreedAsTheLocalStackDoes() {
        assertThat(redis().at("/env"))
                .filteredOn(variable -> variable.path("name").asText().endsWith("MALLOC_CONF"))
                .hasSize(2)
                .allMatch(variable ->
                        variable.path("value").asText().equals(RedisServer.SCRUBBING_ALLOCATOR));
    }

    @Test
    void refusesNewDataBeforeThePodIsFull() {
        String limit = redis().at("/resources/limits/memory").asText();

        // While a replica loads anew, the old data is beside the new.
        assertThat(2 * bytes(settings().get("maxmemory"))).isLessThan(bytes(limit));
    }

    /** Nothing but that empties it: a replica without its primary expires nothing. */
    @Test
    void startsAReplicaAnewAfterAMinuteWithoutItsPrimary() {
        JsonNode probe = redis().at("/livenessProbe");

        assertThat(asked(probe)).containsExactly("sh", "/etc/lethe/redis/is-alive.sh");
        assertThat(probe.path("periodSeconds").asInt() * probe.path("failureThreshold").asInt())
                .isEqualTo(60);
        assertThat(read("kustomization.yaml")).contains("- is-alive.sh");
    }

    /** So one pod stops that may not ask, and the set's update with it, not all after a minute. */
    @Test
    void asksTheSameBeforeAPodCountsAsStarted() {
        assertThat(asked(redis().at("/startupProbe")))
                .isEqualTo(asked(redis().at("/livenessProbe")));
    }

    @Test
    void keepsNothingForTheNextStart() {
        Manifest set = set();

        assertThat(set.at("/spec").has("volumeClaimTemplates")).isFalse();
        assertThat(set.podSpec().path("volumes"))
                .allMatch(volume ->
                        volume.at("/emptyDir/medium").asText().equals("Memory")
                                || volume.has("configMap")
                                || volume.has("secret"));
    }

    @ParameterizedTest
    @CsvSource({
        "true,  'role:master\nconnected_slaves:0'",
        "true,  'role:slave\nmaster_link_status:up'",
        "true,  'role:slave\nmaster_link_status:down\nmaster_link_down_since_seconds:-1'",
        "false, 'role:slave\nmaster_link_status:down\nmaster_link_down_since_seconds:0'",
        "false, 'role:slave\nmaster_link_status:down\nmaster_link_down_since_seconds:61'",
        "false, 'NOPERM this user has no permissions to run the info command'",
        "false, ''"
    })
    void letsLiveWhatExpiresOrFollows(boolean alive, String info, @TempDir Path bin)
            throws Exception {
        Path cli = bin.resolve("redis-cli");
        Files.writeString(cli, "#!/bin/sh\nprintf '%b' '" + info + "'\n");
        assertThat(cli.toFile().setExecutable(true)).isTrue();
        var shell = new ProcessBuilder("sh", folder.resolve("is-alive.sh").toString());
        shell.environment().put("PATH", bin + File.pathSeparator + System.getenv("PATH"));
        shell.environment().put("REPLICA_PASSWORD", "of-the-tests");

        assertThat(shell.start().waitFor() == 0).isEqualTo(alive);
    }

    private static List<String> asked(JsonNode probe) {
        var command = new ArrayList<String>();
        probe.at("/exec/command").forEach(word -> command.add(word.asText()));
        return command;
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
    @ValueSource(strings = {"start-redis.sh", "start-sentinel.sh", "is-alive.sh"})
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
