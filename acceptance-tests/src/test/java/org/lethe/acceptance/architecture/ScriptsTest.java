package org.lethe.acceptance.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lethe.contracts.event.EventType;
import org.lethe.contracts.id.ScopeKind;
import org.lethe.contracts.scope.MetaField;
import org.lethe.contracts.scope.Slots;

/** Scripts know no slot, field or event that the catalogue and the contracts do not have. */
class ScriptsTest {

    private static final Pattern READ_FIELD =
            Pattern.compile("\\b(?:meta|glance)\\([\\w\\[\\]]+, '([^']+)'");
    private static final Pattern LISTED_FIELDS =
            Pattern.compile(
                    "\\b(?:unset_meta|count_up|read_meta)\\([\\w\\[\\]]+, ((?:'[\\w:-]+'(?:, )?)+)\\)");
    private static final Pattern LITERAL = Pattern.compile("'([^']+)'");
    private static final Pattern SET_FIELDS =
            Pattern.compile("set_meta\\(\\w+,((?:[^()]|\\((?:[^()]|\\([^()]*\\))*\\))*)\\)");
    private static final Pattern FIELD = Pattern.compile("(?:^|,)\\s*'([\\w:-]+)'\\s*(?:,|\\.\\.)");
    private static final Pattern SLOT =
            Pattern.compile("\\b(?:raw_slot|slot|put)\\([\\w\\[\\]]+, '(\\w+)'");
    private static final Pattern TOLD =
            Pattern.compile("\\btell\\('([\\w.-]+)', \\w+,\\s*\\{([^{}]*)\\}\\)");
    private static final Pattern VALUE = Pattern.compile("(?:^|,)\\s*(\\w+) =");
    private static final Pattern NAMED_IN_JAVA =
            Pattern.compile(
                    "\\b(?:meta|fields|state)(?:\\(\\))?\\s*"
                            + "\\.(?:get|containsKey|getOrDefault|text)\\(\"");
    private static final Pattern TELL = Pattern.compile("\\btell\\(");

    private static final Path PRELUDE = root().resolve("privacy/src/main/resources/redis/prelude");

    /** Keys, state and tombstone are the vault's own. */
    private static final List<String> OF_THE_VAULT = List.of("kc", "ka", "m", "gone");

    @ParameterizedTest
    @MethodSource("scripts")
    void nameFieldsOfTheStateThatAreKnown(Path script) {
        assertThat(fields(read(script))).filteredOn(name -> !isKnownField(name)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("scripts")
    void nameSlotsThatAreKnown(Path script) {
        assertThat(all(SLOT, read(script))).filteredOn(name -> !isKnownSlot(name)).isEmpty();
    }

    @Test
    void areNotTheOnlyOnesToNameFieldsByTheCatalogue() throws IOException {
        try (Stream<Path> files = Files.walk(root(), 12)) {
            assertThat(files.filter(file -> file.toString().endsWith(".java")))
                    .filteredOn(file -> file.toString().contains("-service/src/main"))
                    .isNotEmpty()
                    .filteredOn(file -> NAMED_IN_JAVA.matcher(read(file)).find())
                    .isEmpty();
        }
    }

    /** The prelude remembers what it read of a state: it has to know what is written. */
    @ParameterizedTest
    @MethodSource("scripts")
    void reachTheStateThroughThePreludeAlone(Path script) {
        assumeThat(script.getParent()).isNotEqualTo(PRELUDE);

        assertThat(all(SLOT, read(script))).doesNotContain("m");
    }

    /** What the prelude itself tells, the vault's tests read back. */
    @ParameterizedTest
    @MethodSource("scripts")
    void tellEventsWithEachFieldOfTheirRecords(Path script) {
        Matcher told = TOLD.matcher(read(script));
        while (told.find()) {
            EventType type = EventType.find(told.group(1)).orElseThrow();
            assertThat(all(VALUE, told.group(2)))
                    .containsExactlyInAnyOrderElementsOf(
                            Stream.of(type.record().getRecordComponents())
                                    .map(RecordComponent::getName)
                                    .toList());
        }
    }

    @ParameterizedTest
    @MethodSource("scripts")
    void tellEventsInOneWayAlone(Path script) {
        assumeThat(script.getParent()).isNotEqualTo(PRELUDE);
        String source = read(script);

        assertThat(source).doesNotContainPattern("\\bemit\\(").doesNotContain("XADD");
        assertThat(TELL.matcher(source).results().count())
                .isEqualTo(TOLD.matcher(source).results().count());
    }

    /** A search that sees nothing would find nothing wrong. */
    @Test
    void areSeen() {
        String all = String.join("\n", scripts().map(ScriptsTest::read).toList());

        assertThat(fields(all)).contains("state", "operatorName", "leaving", "leaseUntil");
        assertThat(fields(all)).contains("read-", "margin", "attempts");
        assertThat(all(SLOT, all)).contains("form", "body", "addr", "files");
        assertThat(all(TOLD, all))
                .contains(
                        EventType.LETTER_POSTED.type(),
                        EventType.CHAT_ENDED.type(),
                        EventType.CHAT_ACCEPTED.type(),
                        EventType.FILES_DESTROYED.type());
    }

    static Stream<Path> scripts() {
        try (Stream<Path> files = Files.walk(root(), 7)) {
            return files
                    .filter(file -> file.toString().endsWith(".lua"))
                    .filter(file -> file.toString().contains("src/main/resources/redis"))
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path root() {
        return Path.of(System.getProperty("lethe.root"));
    }

    private static List<String> fields(String script) {
        var fields = new ArrayList<>(all(READ_FIELD, script));
        for (String values : all(SET_FIELDS, script)) {
            fields.addAll(all(FIELD, values));
        }
        all(LISTED_FIELDS, script).forEach(names -> fields.addAll(all(LITERAL, names)));
        return fields;
    }

    private static boolean isKnownField(String name) {
        return Arrays.stream(ScopeKind.values()).anyMatch(kind -> MetaField.isKnown(kind, name));
    }

    private static boolean isKnownSlot(String name) {
        return OF_THE_VAULT.contains(name)
                || Slots.all().stream()
                        .anyMatch(slot -> slot.shape().isKey() && slot.name().equals(name));
    }

    private static List<String> all(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(found -> found.group(1)).toList();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
