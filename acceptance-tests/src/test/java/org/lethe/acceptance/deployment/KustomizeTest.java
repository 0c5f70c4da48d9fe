package org.lethe.acceptance.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

class KustomizeTest {
    /** What the API server accepts as a name (RFC 1123). */
    private static final String NAME = "[a-z0-9]([-a-z0-9.]*[a-z0-9])?";

    private final Path base = Manifest.root().resolve("k8s/base");
    private final List<Manifest> rendered = Kustomization.render(base);

    /** A file that no kustomization names would be reviewed and never applied. */
    @Test
    void namesEachFileOfItsFolder() throws IOException {
        try (Stream<Path> folders = Files.walk(base)) {
            for (Path folder : folders.filter(Files::isDirectory).toList()) {
                String kustomization = Files.readString(folder.resolve("kustomization.yaml"));
                new Yaml(new SafeConstructor(new LoaderOptions())).load(kustomization);
                try (Stream<Path> files = Files.list(folder)) {
                    assertThat(files.map(file -> file.getFileName().toString()))
                            .filteredOn(name -> !name.equals("kustomization.yaml"))
                            .allMatch(name -> kustomization.contains("- " + name), "is named");
                }
            }
        }
    }

    @Test
    void rendersObjectsThatCanBeApplied() {
        assertThat(rendered).isNotEmpty();
        assertThat(rendered)
                .allSatisfy(manifest -> {
                    assertThat(manifest.at("/apiVersion").asText())
                            .as("%s", manifest)
                            .matches("([a-z0-9.-]+/)?v[0-9]+((alpha|beta)[0-9]+)?");
                    assertThat(manifest.kind()).as("%s", manifest).isNotEmpty();
                    assertThat(manifest.name()).as("%s", manifest).matches(NAME);
                    assertThat(manifest.at("/metadata/labels").has("app.kubernetes.io/part-of"))
                            .as("%s is labelled", manifest)
                            .isTrue();
                });
        assertThat(rendered.stream().map(Manifest::toString)).doesNotHaveDuplicates();
    }

    @Test
    void putsEverythingIntoTheNamespace() {
        assertThat(rendered)
                .filteredOn(manifest -> !manifest.is("Namespace"))
                .allMatch(
                        manifest -> manifest.at("/metadata/namespace").asText().equals("lethe"),
                        "is in the namespace");
        assertThat(rendered).filteredOn(Manifest::hasPods).allSatisfy(PodRules::check);
    }

    @Test
    void makesTheConfigMapsThatPodsMount() {
        List<String> made =
                rendered.stream()
                        .filter(manifest -> manifest.is("ConfigMap"))
                        .map(Manifest::name)
                        .toList();

        assertThat(rendered.stream().filter(Manifest::hasPods))
                .allSatisfy(manifest ->
                        manifest.podSpec()
                                .path("volumes")
                                .forEach(volume -> {
                                    if (volume.has("configMap")) {
                                        assertThat(made)
                                                .contains(volume.at("/configMap/name").asText());
                                    }
                                }));
        assertThat(made).contains("redis");
    }

    /** Shows, where there is a kubectl, that the tests above look at the same as it would apply. */
    @Test
    void rendersAsKubectlDoes() throws Exception {
        assumeTrue(hasKubectl(), "kubectl is not installed");
        Process kubectl =
                new ProcessBuilder("kubectl", "kustomize", base.toString())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        String applied =
                new String(kubectl.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(kubectl.waitFor()).isZero();
        assertThat(Manifest.parse(applied).stream().map(Shape::of))
                .containsExactlyInAnyOrderElementsOf(rendered.stream().map(Shape::of).toList());
    }

    /**
     * What both must agree on. The name of a generated config map ends with a digest of its
     * content, which only kubectl makes.
     */
    private record Shape(
            String kind, String name, JsonNode namespace, JsonNode labels, JsonNode data) {

        static Shape of(Manifest manifest) {
            String name =
                    manifest.is("ConfigMap")
                            ? manifest.name().replaceAll("-[a-z0-9]{10}$", "")
                            : manifest.name();
            return new Shape(
                    manifest.kind(),
                    name,
                    manifest.at("/metadata/namespace"),
                    manifest.at("/metadata/labels"),
                    manifest.at("/data"));
        }
    }

    private static boolean hasKubectl() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "kubectl")));
    }
}
