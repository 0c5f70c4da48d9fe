package org.lethe.mail.render;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lethe.contracts.WireFormat;
import org.lethe.contracts.id.ReferenceNumber;

/**
 * The sentences about data at the foot of letters, by their templates. They lie beside those of the
 * web, whose preview of an account's settings shows the very same.
 */
final class Feet {

    private static final Map<String, String> FEET = read();

    private Feet() {}

    /** Empty for a letter without one. */
    static String of(String template) {
        return FEET.getOrDefault(template, "");
    }

    /** The same, and what the letter's number is for, if it has one. */
    static String of(String template, @Nullable ReferenceNumber number) {
        return number == null ? of(template) : of(template) + " " + of("reference");
    }

    private static Map<String, String> read() {
        try (InputStream in = Feet.class.getResourceAsStream("/words/letters.json")) {
            if (in == null) {
                throw new IllegalStateException("no words for letters");
            }
            return WireFormat.mapper().readValue(in, new TypeReference<Map<String, String>>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
