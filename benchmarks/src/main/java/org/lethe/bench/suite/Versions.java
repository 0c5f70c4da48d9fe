package org.lethe.bench.suite;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.lethe.bench.store.BenchedStore;
import org.lethe.stack.layout.StackPaths;

/** Versions of what takes part, as programs tell them. */
final class Versions {

    private static final long PATIENCE_SECONDS = 10;
    private static final Pattern COMMIT = Pattern.compile("^([0-9a-f]+)$", Pattern.MULTILINE);

    private Versions() {}

    /** Of the suite and what it stands on, by name. */
    static Map<String, String> of(BenchedStore store) {
        var versions = new TreeMap<String, String>();
        versions.put("Redis", store.version());
        versions.put("Kafka", StackPaths.version("kafka"));
        versions.put("Keycloak", StackPaths.version("keycloak"));
        commit(StackPaths.find().root()).ifPresent(commit -> versions.put("commit", commit));
        return versions;
    }

    /** What was measured; empty where there is no git, or what lies there is not from one. */
    static Optional<String> commit(Path folder) {
        // Else git would also look in the folders above.
        String own = folder.resolve(".git").toString();
        return told(COMMIT, "git", "--git-dir", own, "rev-parse", "--short", "HEAD");
    }

    /**
     * What a program says.
     *
     * @param version its first group is looked for
     * @return empty where it can't be started, says nothing like that, or is not done in time
     */
    static Optional<String> told(Pattern version, String... command) {
        try {
            Process process =
                    new ProcessBuilder(List.of(command)).redirectErrorStream(true).start();
            process.getOutputStream().close();
            process.onExit().completeOnTimeout(process, PATIENCE_SECONDS, TimeUnit.SECONDS).join();
            if (process.isAlive()) {
                process.destroyForcibly();
                return Optional.empty();
            }
            String output = new String(process.getInputStream().readAllBytes(), UTF_8);
            return version.matcher(output).results().findFirst().map(found -> found.group(1));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
