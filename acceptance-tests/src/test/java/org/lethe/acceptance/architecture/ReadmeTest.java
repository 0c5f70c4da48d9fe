package org.lethe.acceptance.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
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
    private static final Pattern FILE = Pattern.compile("[\\w./-]+\\.(?:lua|yaml)");

    private static final Set<String> DECLARED = declared();

    @ParameterizedTest
    @MethodSource("modules")
    void namesClassesThatExist(Path module) {
        assertThat(named(module, CLASS).map(ReadmeTest::qualified))
                .isNotEmpty()
                .allSatisfy(name ->
                        assertThat(DECLARED)
                                .as("`%s` in %s/README.md", name, module.getFileName())
                                .anyMatch(known -> ("." + known).endsWith("." + name)));
    }

    @ParameterizedTest
    @MethodSource("modules")
    void namesFilesThatExist(Path module) {
        List<String> files = files(module).map(Path::toString).toList();
        assertThat(named(module, FILE).map(MatchResult::group))
                .allSatisfy(name ->
                        assertThat(files)
                                .as("`%s` in %s/README.md", name, module.getFileName())
                                .anyMatch(file ->
                                        file.endsWith("/" + name)
                                                || Files.exists(root().resolve(name))));
    }

    @Test
    void findsAClassThatHasMoved() {
        assertThat(DECLARED)
                .contains("org.lethe.acceptance.architecture.ReadmeTest")
                .doesNotContain("org.lethe.acceptance.ReadmeTest");
    }

    static Stream<Path> modules() {
        return children(root())
                .filter(folder -> Files.exists(folder.resolve("pom.xml")))
                .filter(folder -> Files.exists(folder.resolve("README.md")));
    }

    private static Stream<MatchResult> named(Path module, Pattern what) {
        String readme = read(module.resolve("README.md")).replaceAll("(?s)```.*?```", "");
        return CODE.matcher(readme)
                .results()
                .map(code -> what.matcher(code.group(1)))
                .filter(match -> match.matches())
                .map(match -> match.toMatchResult());
    }

    private static String qualified(MatchResult name) {
        String alone = name.group(3);
        return alone == null ? name.group(1).replace('/', '.') + name.group(2) : alone;
    }

    /** Nested types stand as if they were beside the one that holds them. */
    private static Set<String> declared() {
        return modules()
                .flatMap(ReadmeTest::files)
                .filter(file -> file.toString().endsWith(".java"))
                .flatMap(ReadmeTest::types)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> types(Path file) {
        String folder = file.getParent().toString();
        int start = folder.indexOf("/org/lethe/");
        String prefix = start < 0 ? "" : folder.substring(start + 1).replace('/', '.') + ".";
        return DECLARATION.matcher(read(file)).results().map(type -> prefix + type.group(1));
    }

    private static Stream<Path> files(Path module) {
        try (var files = Files.walk(module.resolve("src"))) {
            return files.filter(Files::isRegularFile).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Path> children(Path folder) {
        try (var children = Files.list(folder)) {
            return children.sorted().toList().stream();
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
        return Path.of(System.getProperty("lethe.root", ".."));
    }
}
