package org.lethe.acceptance.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lethe.stack.layout.StackPaths;
import org.lethe.stack.process.LinkedCopy;
import org.lethe.stack.service.ServiceBuild;
import org.lethe.stack.service.ServiceKind;
import org.lethe.stack.suite.LetheStack;

/** A JVM passes over a cache that does not fit, and says nothing; here it must have it. */
@ExtendWith(SharedSuite.class)
class AheadOfTimeIT {

    private static final StackPaths PATHS = StackPaths.find();

    @TempDir Path folder;

    @ParameterizedTest
    @EnumSource
    void aServiceStartsFromItsCache(ServiceKind kind, LetheStack suite) throws Exception {
        ServiceBuild shipped = ServiceBuild.of(PATHS.root(), kind.module());
        suite.service(kind).train();
        List<String> flags = shipped.cache(PATHS.services()).flags();

        Path linked = folder.resolve("linked");
        LinkedCopy.of(shipped.folder(), linked);
        assertThat(accepts(new ServiceBuild(kind.module(), linked), flags)).isTrue();

        Path younger = folder.resolve("younger");
        copy(shipped.folder(), younger);
        assertThat(accepts(new ServiceBuild(kind.module(), younger), flags))
                .as("a cache of other jars")
                .isFalse();
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
    }

    /** Starts the JVM as the service's, but only to name its version. */
    private boolean accepts(ServiceBuild build, List<String> flags) throws Exception {
        var mandatory = new ArrayList<>(flags);
        mandatory.add("-XX:AOTMode=on");
        List<String> command = new ArrayList<>(build.command(mandatory, folder));
        command.set(command.indexOf("-jar"), "-cp");
        command.add("--version");
        return new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor()
                == 0;
    }
}
