package org.lethe.acceptance.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.lethe.house.answer.AnswerJudge;

/** A module without the rules of the house would have none, and its answers no judge. */
class EveryModuleTest {

    private static final Path ROOT = Path.of(System.getProperty("lethe.root"));
    private static final Pattern MODULE = Pattern.compile("<module>([^<]+)</module>");
    private static final Pattern TEST_JAR =
            Pattern.compile(
                    "<artifactId>([^<]+)</artifactId>\\s*(?:<version>[^<]*</version>\\s*)?<type>test-jar</type>");

    private static final Pattern RULES =
            Pattern.compile("@ArchTest[^;]* = ArchTests\\.in\\(HouseRules\\.class\\);");

    private static final Pattern ANSWERS =
            Pattern.compile("@QuarkusTest[^;{]*class AnswersIT extends EveryOperation \\{");

    @Test
    void runsTheRulesOfTheHouse() {
        assertThat(modules()).contains("contracts", "chat-service", "acceptance-tests");
        assertThat(modules())
                .allSatisfy(module ->
                        assertThat(tests(module, "ArchitectureTest.java"))
                                .anyMatch(EveryModuleTest::runsThem));
    }

    /** What a service answers is published, and tests compare its answers with that. */
    @Test
    void hasTheAnswersOfEveryOperationJudged() {
        List<String> resources = modules().stream().filter(EveryModuleTest::hasResources).toList();

        assertThat(resources).contains("chat-service", "file-relay-service");
        assertThat(resources)
                .allSatisfy(module -> {
                    assertThat(AnswerJudge.document(module)).exists();
                    assertThat(tests(module, "OpenApiIT.java")).isNotEmpty();
                    assertThat(tests(module, "AnswersIT.java"))
                            .anyMatch(EveryModuleTest::callsEveryOperation);
                });
    }

    /**
     * The first command of a fresh clone builds without tests; Maven resolves a test-jar all the
     * same, and finds none that a checkout before has left.
     */
    @Test
    void makesTheTestJarThatOthersNeedInAQuickBuildToo() {
        Set<String> needed =
                modules().stream()
                        .flatMap(module -> TEST_JAR.matcher(pom(module)).results())
                        .map(found -> found.group(1))
                        .collect(Collectors.toSet());

        assertThat(needed).contains("contracts");
        assertThat(needed)
                .allSatisfy(module ->
                        assertThat(pom(module))
                                .as(module)
                                .contains("<maven.test.skip>false</maven.test.skip>"));
    }

    private static String pom(String module) {
        return text(ROOT.resolve(module).resolve("pom.xml"));
    }

    private static boolean runsThem(Path test) {
        String text = text(test);
        return RULES.matcher(text).find()
                && text.contains("ImportOption.DoNotIncludeTests.class")
                && !text.contains("@Disabled")
                && !text.contains("@ArchIgnore");
    }

    private static boolean callsEveryOperation(Path test) {
        String text = text(test);
        return ANSWERS.matcher(text).find() && !text.contains("@Disabled");
    }

    private static boolean hasResources(String module) {
        return files(module, "src/main/java").stream()
                .anyMatch(file -> text(file).contains("\n@Path("));
    }

    private static List<String> modules() {
        return MODULE.matcher(text(ROOT.resolve("pom.xml")))
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    private static List<Path> tests(String module, String name) {
        return files(module, "src/test/java").stream().filter(file -> file.endsWith(name)).toList();
    }

    private static List<Path> files(String module, String folder) {
        Path sources = ROOT.resolve(module).resolve(folder);
        if (!Files.exists(sources)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(sources)) {
            return files.filter(Files::isRegularFile).toList();
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
