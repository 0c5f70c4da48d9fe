package org.lethe.stack.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lethe.stack.process.PartFailure;

class ServiceBuildTest {

    private static final String MODULE = "chat-service";

    @TempDir Path root;
    private Path jar;
    private Path caches;

    @BeforeEach
    void build() throws IOException {
        Path folder = Files.createDirectories(root.resolve(MODULE + "/target/quarkus-app/app"));
        jar = Files.writeString(folder.resolve("chat.jar"), "classes");
        Files.writeString(folder.resolveSibling("quarkus-run.jar"), "manifest");
        caches = root.resolve("caches");
    }

    @Test
    void aBuildThatWasTrainedStartsFromItsCache() throws IOException {
        assertThat(flags(ServiceBuild.of(root, MODULE))).isEmpty();
        train();
        assertThat(flags(ServiceBuild.of(root, MODULE)))
                .anyMatch(flag -> flag.startsWith("-XX:AOTCache="));
    }

    @Test
    void soDoesItsCopy() throws IOException {
        train();
        assertThat(flags(ServiceBuild.of(root, MODULE).copiedBelow(root))).isNotEmpty();
    }

    @Test
    void aJarThatWasChangedMakesAnotherBuild() throws IOException {
        train();
        Files.setLastModifiedTime(jar, FileTime.from(Instant.EPOCH));
        assertThat(flags(ServiceBuild.of(root, MODULE))).isEmpty();
    }

    @Test
    void cachesOfFormerBuildsGo() throws IOException {
        train();
        Path old = age(Files.writeString(caches.resolve(MODULE + "-0123.aot"), "cache"));
        Path other = age(Files.writeString(caches.resolve("gdpr-service-0123.aot"), "cache"));

        ServiceBuild.of(root, MODULE).removeFormerCaches(caches);

        assertThat(old).doesNotExist();
        assertThat(other).exists();
        assertThat(flags(ServiceBuild.of(root, MODULE))).isNotEmpty();
    }

    @Test
    void whatIsNotBuiltCantBeStarted() {
        assertThatThrownBy(() -> ServiceBuild.of(root, "gdpr-service"))
                .isInstanceOf(PartFailure.class)
                .hasMessageContaining("is not built");
    }

    private List<String> flags(ServiceBuild build) {
        return build.cache(caches).flags();
    }

    /** Leaves what a training run leaves. */
    private void train() throws IOException {
        Files.writeString(ServiceBuild.of(root, MODULE).cacheFile(caches), "cache");
    }

    private static Path age(Path file) throws IOException {
        return Files.setLastModifiedTime(
                file, FileTime.from(Instant.now().minus(Duration.ofDays(2))));
    }
}
