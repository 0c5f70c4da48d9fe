package org.lethe.gdpr.datamap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A document in {@code docs} that is written from the data map; {@code -Dgolden.write=true} writes
 * it anew, for a change that is meant.
 */
final class Document {

    private static final Path FOLDER = Path.of("../docs");

    private Document() {}

    static void assertWritten(String name, String text) {
        Path file = FOLDER.resolve(name);
        try {
            if (Boolean.getBoolean("golden.write")) {
                Files.writeString(file, text);
            }
            assertThat(text).isEqualTo(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
