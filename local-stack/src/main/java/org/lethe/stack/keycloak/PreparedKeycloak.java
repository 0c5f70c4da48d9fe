package org.lethe.stack.keycloak;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.lethe.stack.process.AheadOfTime;
import org.lethe.stack.process.Fingerprint;
import org.lethe.stack.process.Launch;
import org.lethe.stack.process.ProcessHost;
import org.lethe.stack.process.UnfinishedFolder;

/**
 * A Keycloak that has been built and has imported the realm, which takes half a minute and is done
 * once for each form of the realm. Every run starts from a copy of its database.
 *
 * @param staffSecret the secret of the client {@code lethe-staff}, made when it was prepared
 */
record PreparedKeycloak(Path home, Path database, String staffSecret) {

    private static final Duration LIMIT = Duration.ofMinutes(10);

    /** To be raised when the preparation itself changes. */
    private static final String RECIPE = "1";

    /** Prepares Keycloak below {@code state}, unless that has been done. */
    static PreparedKeycloak in(ProcessHost host, Path state, Path distribution) {
        try {
            String realm = RealmFile.local();
            Path prepared = state.resolve(fingerprint(distribution, realm));
            if (!Files.exists(prepared.resolve("staff-secret"))) {
                prepare(host, distribution, realm, prepared);
            }
            return new PreparedKeycloak(
                    prepared.resolve("home"),
                    prepared.resolve("database"),
                    Files.readString(prepared.resolve("staff-secret")).strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void prepare(ProcessHost host, Path distribution, String realm, Path target)
            throws IOException {
        try (var unfinished = UnfinishedFolder.beside(target)) {
            Path folder = unfinished.path();
            Path home = folder.resolve("home");
            copy(distribution, home);
            String secret = new BigInteger(192, new SecureRandom()).toString(16);
            Path file = folder.resolve("realm.json");
            Files.writeString(file, realm.replace("${LETHE_STAFF_SECRET}", secret));
            run(host, folder, "build", build(home));
            run(host, folder, "import", importing(home, file, folder));
            Files.delete(file);
            keep(secret, folder.resolve("staff-secret"));
            unfinished.finish(folder, target);
        }
    }

    private static void keep(String secret, Path file) throws IOException {
        Files.createFile(
                file,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, secret);
    }

    private static List<String> build(Path home) {
        return KeycloakCommand.of(
                home,
                List.of(),
                List.of(),
                List.of(
                        "build",
                        "--db=dev-file",
                        "--http-relative-path=/auth",
                        "--health-enabled=false",
                        "--metrics-enabled=false"));
    }

    private static List<String> importing(Path home, Path realm, Path folder) {
        return KeycloakCommand.of(
                home,
                List.of(),
                // In the machine's own, another user's caches would be in the way.
                List.of("kc.config.built=true", "java.io.tmpdir=" + folder),
                List.of(
                        "import",
                        "--optimized",
                        "--file=" + realm,
                        KeycloakCommand.database(folder.resolve("database"))));
    }

    private static void run(ProcessHost host, Path folder, String step, List<String> command) {
        host.start(new Launch("keycloak-" + step, command, Map.of(), folder)).awaitSuccess(LIMIT);
    }

    /** A true copy: Keycloak's build writes into its folder. */
    private static void copy(Path from, Path to) throws IOException {
        try (var all = Files.walk(from)) {
            for (Path file : all.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                Files.copy(file, target, StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }

    private static String fingerprint(Path distribution, String realm) {
        return Fingerprint.of(
                List.of(
                        RECIPE,
                        distribution.getFileName().toString(),
                        Runtime.version().toString(),
                        realm));
    }

    /** What makes its starts quicker; made when it is started for the first time. */
    AheadOfTime cache() {
        return new AheadOfTime(home.resolveSibling("keycloak.aot"));
    }

    /** What a run needs of the preparation: a database of its own. */
    void copyDatabase(Path target) {
        try {
            Files.createDirectories(target);
            Files.copy(database.resolve("keycloakdb.mv.db"), target.resolve("keycloakdb.mv.db"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Nothing that can be looked at by accident. */
    @Override
    public String toString() {
        return "PreparedKeycloak" + Map.of("home", home);
    }
}
