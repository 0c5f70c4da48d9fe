package org.lethe.stack.layout;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;

/** Where things are in a checkout: {@code .lethe} holds what is prepared once, and the runs. */
public record StackPaths(Path root) {

    /** The checkout that the property {@code lethe.root} names, or that we are in. */
    public static StackPaths find() {
        Path start =
                Path.of(Optional.ofNullable(System.getProperty("lethe.root")).orElse(""))
                        .toAbsolutePath();
        for (Path folder = start; folder != null; folder = folder.getParent()) {
            if (Files.isDirectory(folder.resolve("local-stack"))
                    && Files.exists(folder.resolve("pom.xml"))) {
                return new StackPaths(folder);
            }
        }
        throw new IllegalStateException("not inside a checkout of Lethe; set -Dlethe.root");
    }

    public Path state() {
        return root.resolve(".lethe");
    }

    public Path runs() {
        return state().resolve("run");
    }

    /** Written when a stack is ready, removed when it stops. */
    public Path runningStack() {
        return runs().resolve("stack.json");
    }

    public Path geo() {
        return state().resolve("geo");
    }

    public Path certificates() {
        return state().resolve("certificates");
    }

    /** Keycloak as it is prepared for starting. */
    public Path keycloak() {
        return state().resolve("keycloak");
    }

    /** Keycloak as it was published. */
    public Path keycloakDistribution() {
        return part("keycloak");
    }

    /** A formatted log directory of Kafka, to start from. */
    public Path kafka() {
        return state().resolve("kafka").resolve(version("kafka"));
    }

    public Path kafkaLibraries() {
        return part("kafka");
    }

    /** What makes the services' starts quicker. */
    public Path services() {
        return state().resolve("services");
    }

    public Path web() {
        return root.resolve("web/dist");
    }

    /** A part that the build of this module has fetched, in the version that the build names. */
    private Path part(String name) {
        Path folder = state().resolve("parts").resolve(name + "-" + version(name));
        if (!Files.isDirectory(folder)) {
            throw new IllegalStateException(
                    name + " has not been fetched; build the module local-stack first");
        }
        return folder;
    }

    /** The version of a part, as the build wrote it down. */
    public static String version(String part) {
        var versions = new Properties();
        try (InputStream source = StackPaths.class.getResourceAsStream("/parts.properties")) {
            versions.load(Objects.requireNonNull(source, "parts.properties"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Objects.requireNonNull(versions.getProperty(part), part);
    }
}
