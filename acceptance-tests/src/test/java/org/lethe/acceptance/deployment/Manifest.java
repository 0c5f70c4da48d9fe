package org.lethe.acceptance.deployment;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.lethe.contracts.WireFormat;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** One Kubernetes object. */
record Manifest(String kind, String name, JsonNode tree) {

    /** The objects of a text of several documents. */
    static List<Manifest> parse(String yaml) {
        var reader = new Yaml(new SafeConstructor(new LoaderOptions()));
        return StreamSupport.stream(reader.loadAll(yaml).spliterator(), false)
                .filter(Objects::nonNull)
                .<JsonNode>map(object -> WireFormat.mapper().valueToTree(object))
                .map(Manifest::of)
                .toList();
    }

    /** The objects of all files below a folder. */
    static List<Manifest> below(Path folder) {
        var manifests = new ArrayList<Manifest>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Manifest::isYaml).sorted().toList()) {
                manifests.addAll(parse(Files.readString(file)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return manifests;
    }

    /** The root of the checkout. */
    static Path root() {
        return Path.of(Objects.requireNonNullElse(System.getProperty("lethe.root"), ".."))
                .toAbsolutePath()
                .normalize();
    }

    JsonNode at(String pointer) {
        return tree.at(pointer);
    }

    boolean is(String wanted) {
        return kind.equals(wanted);
    }

    /** Whether it makes pods by a template of its own. */
    boolean hasPods() {
        return !podSpec().isMissingNode();
    }

    JsonNode podSpec() {
        return is("Deployment") || is("StatefulSet") || is("Job") || is("DaemonSet")
                ? at("/spec/template/spec")
                : at("/missing");
    }

    @Override
    public String toString() {
        return kind + " " + name;
    }

    static Manifest of(JsonNode tree) {
        return new Manifest(tree.path("kind").asText(), tree.at("/metadata/name").asText(), tree);
    }

    private static boolean isYaml(Path file) {
        return file.toString().endsWith(".yaml")
                && !file.getFileName().toString().equals("kustomization.yaml");
    }
}
