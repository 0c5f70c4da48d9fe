package org.lethe.acceptance.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lethe.contracts.event.EventCodec;
import org.lethe.contracts.event.EventType;
import org.lethe.contracts.id.ScopeKind;
import org.lethe.contracts.scope.MetaField;
import org.lethe.contracts.scope.Slots;

/** Scripts know no slot, field or event that the catalogue and the contracts do not have. */
class ScriptsTest {

    private static final Pattern READ_FIELD = Pattern.compile("\\bmeta\\(\\w+, '([^']+)'\\)");
    private static final Pattern SET_FIELDS =
            Pattern.compile("set_meta\\(\\w+,((?:[^()]|\\((?:[^()]|\\([^()]*\\))*\\))*)\\)");
    private static final Pattern FIELD = Pattern.compile("(?:^|,)\\s*'([\\w:-]+)'\\s*(?:,|\\.\\.)");
    private static final Pattern SLOT =
            Pattern.compile("\\b(?:raw_slot|slot|put)\\([\\w\\[\\]]+, '(\\w+)'");
    private static final Pattern EMITTED =
            Pattern.compile(
                    "emit\\((?:shard|tag\\(chat\\)), (\\S+), \\w+,\\s*('(?:.|\\n)*?\\}')\\)");

    /** Keys, state and tombstone are the vault's own. */
    private static final List<String> OF_THE_VAULT = List.of("kc", "ka", "m", "gone");

    private static final String UNIQUE = "4tqz80f2v7n3m6c1x9b5k0d4gh";
    private static final Map<String, String> VALUES =
            Map.of(
                    "chat", "c05-k3f9-" + UNIQUE,
                    "visit", "v05-k3f9-" + UNIQUE,
                    "letter", "l05-k3f9-" + UNIQUE,
                    "account", "acme",
                    "operator", "0b8f2a56-3a0e-4c62-9d7e-6f1c2b3a4d5e",
                    "reason", "idle",
                    "kind", "transcript");

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

    @ParameterizedTest
    @MethodSource("scripts")
    void emitEventsThatCanBeRead(Path script) {
        Matcher emitted = EMITTED.matcher(read(script));
        while (emitted.find()) {
            String json = evaluated(emitted.group(2));
            EventType type = typeOf(emitted.group(1));
            assertThat(EventCodec.event(type, json)).isInstanceOf(type.record());
        }
    }

    /** A search that sees nothing would find nothing wrong. */
    @Test
    void areSeen() {
        String all = String.join("\n", scripts().map(ScriptsTest::read).toList());

        assertThat(fields(all)).contains("state", "operatorName", "leaving", "leaseUntil");
        assertThat(all(SLOT, all)).contains("form", "body", "addr", "files");
        assertThat(EMITTED.matcher(all).results().map(found -> typeOf(found.group(1))))
                .contains(
                        EventType.LETTER_POSTED,
                        EventType.CHAT_ENDED,
                        EventType.CHAT_ACCEPTED,
                        EventType.FILES_DESTROYED);
    }

    static Stream<Path> scripts() {
        Path root = Path.of(System.getProperty("lethe.root"));
        try (Stream<Path> files = Files.walk(root, 7)) {
            return files
                    .filter(file -> file.toString().endsWith(".lua"))
                    .filter(file -> file.toString().contains("src/main/resources/redis"))
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The concatenation, with a value for each part that is not text. */
    private static String evaluated(String concatenation) {
        var json = new StringBuilder();
        for (String part : concatenation.split("\\s*\\.\\.\\s*")) {
            if (part.startsWith("'")) {
                json.append(part, 1, part.length() - 1);
            } else {
                json.append(valueAfter(json.toString()));
            }
        }
        return json.toString();
    }

    /** Named in the script, or given to it by its caller. */
    private static EventType typeOf(String expression) {
        return expression.startsWith("'")
                ? EventType.find(expression.substring(1, expression.length() - 1)).orElseThrow()
                : EventType.FILES_DESTROYED;
    }

    private static String valueAfter(String json) {
        int end = json.lastIndexOf("\":");
        String field = json.substring(json.lastIndexOf('"', end - 1) + 1, end);
        return json.endsWith("\"") ? VALUES.getOrDefault(field, field) : "1";
    }

    private static List<String> fields(String script) {
        var fields = new ArrayList<>(all(READ_FIELD, script));
        for (String values : all(SET_FIELDS, script)) {
            fields.addAll(all(FIELD, values));
        }
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
