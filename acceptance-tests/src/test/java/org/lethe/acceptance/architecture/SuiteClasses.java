package org.lethe.acceptance.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The compiled classes of every module, read once. */
final class SuiteClasses {
    private static final List<String> MODULES =
            List.of(
                    "contracts",
                    "privacy",
                    "runtime",
                    "local-stack",
                    "chat-service",
                    "presence-service",
                    "mail-dispatch-service",
                    "file-relay-service",
                    "gdpr-service");
    private static final List<String> SERVICES =
            List.of("chat", "presence", "mail", "file", "gdpr");

    private SuiteClasses() {}

    static JavaClasses all() {
        return Imported.CLASSES;
    }

    /** A pattern for each service's packages. */
    static String[] servicePackages() {
        return SERVICES.stream().map(name -> "org.lethe." + name + "..").toArray(String[]::new);
    }

    private static final class Imported {
        static final JavaClasses CLASSES =
                new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeJars())
                        .importPaths(folders());
    }

    private static Path[] folders() {
        Path root = Path.of(System.getProperty("lethe.root"));
        return MODULES.stream()
                .map(module -> built(root.resolve(module).resolve("target/classes")))
                .toArray(Path[]::new);
    }

    private static Path built(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new IllegalStateException("not built: " + folder);
        }
        return folder;
    }
}
