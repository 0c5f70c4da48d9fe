package org.lethe.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Compares with a file that holds the wire form; {@code -Dgolden.write=true} writes the files anew,
 * for a change that is meant.
 */
public final class Golden {

    private static final Path FOLDER = Path.of("src/test/resources/golden");
    private static final ObjectWriter PRETTY = WireFormat.mapper().writerWithDefaultPrettyPrinter();

    private Golden() {}

    public static void assertWire(String name, Object value) {
        Path file = FOLDER.resolve(name + ".json");
        try {
            String json = PRETTY.writeValueAsString(value) + "\n";
            if (Boolean.getBoolean("golden.write")) {
                Files.createDirectories(file.getParent());
                Files.writeString(file, json);
            }
            assertThat(json).isEqualTo(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static byte[] read(String name) {
        try {
            return Files.readAllBytes(FOLDER.resolve(name + ".json"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
