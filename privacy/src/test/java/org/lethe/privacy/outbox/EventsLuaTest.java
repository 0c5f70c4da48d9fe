package org.lethe.privacy.outbox;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.lethe.contracts.event.EventType;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.ScopeId;

/** {@code -Dgolden.write=true} writes the table anew, for an event that is meant. */
class EventsLuaTest {

    private static final Path FILE = Path.of("src/main/resources/redis/events.lua");
    private static final String IDS = AccountId.class.getPackageName();

    @Test
    void scriptsKnowTheEventsOfTheContracts() throws IOException {
        if (Boolean.getBoolean("golden.write")) {
            Files.writeString(FILE, table());
        }
        assertThat(Files.readString(FILE)).isEqualTo(table());
    }

    private static String table() {
        return """
        -- The events that a script can tell, as JSON with a place for each field of the record.
        -- Written from the contracts by EventsLuaTest; an event or a field is added there.
        local EVENTS = {
        %s
        }
        """
                .formatted(
                        Arrays.stream(EventType.values())
                                .filter(EventsLuaTest::canBeTold)
                                .map(EventsLuaTest::row)
                                .collect(joining(",\n")));
    }

    private static String row(EventType type) {
        String json =
                fields(type)
                        .map(field -> "\"%s\":%s".formatted(field.getName(), place(field)))
                        .collect(joining(",", "{", "}"));
        return "  ['%s'] =\n    '%s'".formatted(type.type(), json);
    }

    /** About a scope, on whose shard the script runs. */
    private static boolean canBeTold(EventType type) {
        Class<?> subject = fields(type).findFirst().orElseThrow().getType();
        return ScopeId.class.isAssignableFrom(subject)
                && fields(type).allMatch(EventsLuaTest::isPlain);
    }

    private static String place(RecordComponent field) {
        String name = "$" + field.getName();
        return field.getType().isPrimitive() ? name : "\"" + name + "\"";
    }

    /** An id, a code, a number or a truth, always there, none of which needs to be escaped. */
    private static boolean isPlain(RecordComponent field) {
        Class<?> type = field.getType();
        return !field.getAnnotatedType().isAnnotationPresent(Nullable.class)
                && (type == int.class
                        || type == long.class
                        || type == boolean.class
                        || type.isEnum()
                        || type.getPackageName().equals(IDS));
    }

    private static Stream<RecordComponent> fields(EventType type) {
        return Arrays.stream(type.record().getRecordComponents());
    }
}
