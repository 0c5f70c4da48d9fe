package org.lethe.privacy.vault;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.lethe.contracts.id.ScopeKind;
import org.lethe.contracts.scope.Slot;
import org.lethe.contracts.scope.Slots;

/** {@code -Dgolden.write=true} writes the table anew, for a slot that is meant. */
class ScopesLuaTest {

    private static final Path FILE = Path.of("src/main/resources/redis/scopes.lua");

    @Test
    void scriptsKnowTheSlotsOfTheCatalogue() throws IOException {
        if (Boolean.getBoolean("golden.write")) {
            Files.writeString(FILE, table());
        }
        assertThat(Files.readString(FILE)).isEqualTo(table());
    }

    private static String table() {
        return """
        -- What may be kept of a scope beside its keys and meta, by its kind: renewed, removed and
        -- counted with it. Written from the catalogue by ScopesLuaTest; a slot is added there.
        local REMAINS = {
        %s
        }
        """
                .formatted(
                        Arrays.stream(ScopeKind.values())
                                .map(ScopesLuaTest::row)
                                .collect(joining(",\n")));
    }

    private static String row(ScopeKind kind) {
        return Slots.of(kind).stream()
                .filter(slot -> slot.shape().isKey())
                .map(Slot::name)
                .map(name -> "'" + name + "'")
                .collect(joining(", ", "  " + kind.letter() + " = { ", " }"));
    }
}
