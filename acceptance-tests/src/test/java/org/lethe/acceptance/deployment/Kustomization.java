package org.lethe.acceptance.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.lethe.contracts.WireFormat;

/**
 * Renders a kustomization without kubectl, as far as ours go: resources, generated config maps, a
 * namespace and labels. A field beyond these is an error, so that nothing is silently left out.
 */
record Kustomization(Path folder, JsonNode tree) {
    private static final Set<String> UNDERSTOOD =
            Set.of("apiVersion", "kind", "resources", "namespace", "labels", "configMapGenerator");
    private static final Set<String> CLUSTER_WIDE = Set.of("Namespace");

    static List<Manifest> render(Path folder) {
        Kustomization kustomization = read(folder);
        List<ObjectNode> objects = new ArrayList<>();
        kustomization.collect(objects);
        return objects.stream().map(Manifest::of).toList();
    }

    private static Kustomization read(Path folder) {
        Manifest file = Manifest.parse(text(folder.resolve("kustomization.yaml"))).getFirst();
        assertThat(file.kind()).isEqualTo("Kustomization");
        file.tree().fieldNames().forEachRemaining(field -> assertThat(field).isIn(UNDERSTOOD));
        return new Kustomization(folder, file.tree());
    }

    private void collect(List<ObjectNode> objects) {
        List<ObjectNode> own = new ArrayList<>();
        tree.path("resources").forEach(resource -> add(folder.resolve(resource.asText()), own));
        tree.path("configMapGenerator").forEach(generator -> own.add(configMap(generator)));
        own.forEach(this::transform);
        objects.addAll(own);
    }

    private static void add(Path resource, List<ObjectNode> objects) {
        if (Files.isDirectory(resource)) {
            read(resource).collect(objects);
        } else {
            Manifest.parse(text(resource))
                    .forEach(manifest -> objects.add(manifest.tree().deepCopy()));
        }
    }

    private ObjectNode configMap(JsonNode generator) {
        ObjectNode map = WireFormat.mapper().createObjectNode();
        map.put("apiVersion", "v1").put("kind", "ConfigMap");
        map.putObject("metadata").put("name", generator.path("name").asText());
        ObjectNode data = map.putObject("data");
        generator
                .path("files")
                .forEach(file -> data.put(file.asText(), text(folder.resolve(file.asText()))));
        return map;
    }

    private void transform(ObjectNode object) {
        ObjectNode metadata = object.withObject("/metadata");
        if (tree.has("namespace") && !CLUSTER_WIDE.contains(object.path("kind").asText())) {
            metadata.put("namespace", tree.path("namespace").asText());
        }
        for (JsonNode label : tree.path("labels")) {
            metadata.withObject("/labels").setAll((ObjectNode) label.path("pairs"));
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
