package org.lethe.acceptance.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the modules' READMEs name is there, so that nobody looks for what was moved. */
class ReadmeTest {
    private static final Pattern CODE = Pattern.compile("`([^`\n]+)`");

    /**
     * A class, behind its package or by itself; alone it has two words, since {@code Range} is a
     * header.
     */
    private static final Pattern CLASS =
            Pattern.compile("((?:[a-z]\\w*[./])+)([A-Z][a-z]\\w*)|([A-Z][a-z]+[A-Z]\\w*)");

    private static final Pattern DECLARATION =
            Pattern.compile("\\b(?:class|record|interface|enum) (\\w+)");
    private static final Pattern FILE = Pattern.compile("[\\w./-]+\\.(?:lua|yaml|tsx?|html)");

    private static final Set<String> FILES = files();
    private static final Set<String> DECLARED = declared();

    @ParameterizedTest
    @MethodSource("documents")
    void namesClassesThatExist(Path document) {
        assertThat(named(document, CLASS).map(ReadmeTest::qualified))
                .isNotEmpty()
                .allSatisfy(name ->
                        assertThat(DECLARED)
                                .as("`%s` in %s", name, document)
                                .anyMatch(known -> ("." + known).endsWith("." + name)));
    }

    @ParameterizedTest
    @MethodSource("documents")
    void namesFilesThatExist(Path document) {
        assertThat(named(document, FILE).map(MatchResult::group))
                .allSatisfy(name ->
                        assertThat(FILES)
                                .as("`%s` in %s", name, document)
                                .anyMatch(file -> ("/" + file).endsWith("/" + name)));
    }

    @Test
    void findsAClassThatHasMoved() {
        assertThat(DECLARED)
                .contains("org.lethe.acceptance.architecture.ReadmeTest")
                .doesNotContain("org.lethe.acceptance.ReadmeTest");
    }

    /** The README of each module in Java, and what leads through all of them. */
    static Stream<Path> documents() {
        return Stream.concat(
                modules().map(module -> module.resolve("README.md")).filter(Files::exists),
                Stream.of("CONTRIBUTING.md", "docs/architecture.md").map(root()::resolve));
    }

    private static Stream<MatchResult> named(Path document, Pattern what) {
        String text = read(document).replaceAll("(?s)```.*?```", "");
        return CODE.matcher(text)
                .results()
                .map(code -> what.matcher(code.group(1)))
                .filter(Matcher::matches)
                .map(Matcher::toMatchResult);
    }

    private static String qualified(MatchResult name) {
        String alone = name.group(3);
        return alone == null ? name.group(1).replace('/', '.') + name.group(2) : alone;
    }

    /** Nested types stand as if they were beside the one that holds them. */
    private static Set<String> declared() {
        return FILES.stream()
                .filter(file -> file.endsWith(".java"))
                .flatMap(ReadmeTest::types)
                .collect(Collectors.toSet());
    }

    private static Stream<String> types(String file) {
        int start = file.indexOf("/org/lethe/");
        String folder = start < 0 ? "" : file.substring(start + 1, file.lastIndexOf('/') + 1);
        return DECLARATION
                .matcher(read(root().resolve(file)))
                .results()
                .map(type -> folder.replace('/', '.') + type.group(1));
    }

    private static Set<String> files() {
        return Stream.concat(
                        modules().map(module -> module.resolve("src")),
                        Stream.of("web/widget", "web/console", "web/protocol", "k8s", "docs/api")
                                .map(root()::resolve))
                .flatMap(ReadmeTest::below)
                .map(file -> root().relativize(file).toString())
                .collect(Collectors.toSet());
    }

    private static Stream<Path> modules() {
        try (var children = Files.list(root())) {
            return children
                    .filter(folder -> Files.exists(folder.resolve("pom.xml")))
                    .sorted()
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Path> below(Path folder) {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path root() {
        return Path.of(System.getProperty("lethe.root"));
    }
}
