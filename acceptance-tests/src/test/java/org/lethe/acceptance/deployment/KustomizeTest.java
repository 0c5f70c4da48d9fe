package org.lethe.acceptance.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

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

    private final Path base = Manifest.root().resolve("k8s/base");

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
    void rendersWithKubectl() throws Exception {
        assumeTrue(hasKubectl(), "kubectl is not installed");
        Process kubectl =
                new ProcessBuilder("kubectl", "kustomize", base.toString())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        String rendered =
                new String(kubectl.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(kubectl.waitFor()).isZero();
        List<Manifest> manifests = Manifest.parse(rendered);
        assertThat(manifests)
                .filteredOn(manifest -> !manifest.is("Namespace"))
                .allMatch(
                        manifest -> manifest.at("/metadata/namespace").asText().equals("lethe"),
                        "is in the namespace");
        assertThat(manifests).filteredOn(Manifest::hasPods).allSatisfy(PodRules::check);
    }

    private static boolean hasKubectl() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "kubectl")));
    }
}
