package org.lethe.acceptance.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A module without the rules of the house would have none. */
class EveryModuleTest {

    private static final Path ROOT = Path.of(System.getProperty("lethe.root"));
    private static final Pattern MODULE = Pattern.compile("<module>([^<]+)</module>");
    private static final Pattern RULES =
            Pattern.compile("@ArchTest[^;]* = ArchTests\\.in\\(HouseRules\\.class\\);");

    @Test
    void runsTheRulesOfTheHouse() {
        List<String> modules =
                MODULE.matcher(text(ROOT.resolve("pom.xml")))
                        .results()
                        .map(found -> found.group(1))
                        .toList();

        assertThat(modules).contains("contracts", "chat-service", "acceptance-tests");
        assertThat(modules)
                .allSatisfy(module -> assertThat(tests(module)).anyMatch(this::runsThem));
    }

    private boolean runsThem(Path test) {
        String text = text(test);
        return RULES.matcher(text).find()
                && text.contains("ImportOption.DoNotIncludeTests.class")
                && !text.contains("@Disabled")
                && !text.contains("@ArchIgnore");
    }

    private static List<Path> tests(String module) {
        try (Stream<Path> files = Files.walk(ROOT.resolve(module).resolve("src/test/java"))) {
            return files.filter(file -> file.endsWith("ArchitectureTest.java")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
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
