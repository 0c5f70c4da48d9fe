package org.lethe.stack.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;

/** A file that comes with the classes. */
public final class Resource {

    private Resource() {}

    public static byte[] bytes(String path) {
        try (InputStream source = Resource.class.getResourceAsStream(path)) {
            return Objects.requireNonNull(source, path).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Its text, with what is given for each name in place of {@code {{name}}}. */
    public static String text(String path, Map<String, ?> values) {
        String text = new String(bytes(path), StandardCharsets.UTF_8);
        for (var value : values.entrySet()) {
            text = text.replace("{{" + value.getKey() + "}}", value.getValue().toString());
        }
        return text;
    }
}
