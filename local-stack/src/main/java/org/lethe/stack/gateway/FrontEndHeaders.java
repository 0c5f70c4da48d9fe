package org.lethe.stack.gateway;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * The headers that go with the front ends' files, as the chart's nginx sends them, too.
 *
 * @param console of the console, which needs nothing from anywhere else and which nobody may frame
 * @param shared of what other people's pages and tools read; opened as pages these files may do
 *     nothing
 */
record FrontEndHeaders(Map<String, String> console, Map<String, String> shared, Cache cache) {

    private static final String FILE = "/front-ends.json";

    /**
     * How long a browser may keep a file.
     *
     * @param forGood names with a hash in them, ours or esbuild's, never mean another content
     */
    record Cache(Pattern forGood, String hashed, String other) {

        String of(boolean isThere, String path) {
            return isThere && forGood.matcher(path).find() ? hashed : other;
        }
    }

    static FrontEndHeaders load() {
        try (InputStream file = FrontEndHeaders.class.getResourceAsStream(FILE)) {
            return new ObjectMapper()
                    .readValue(Objects.requireNonNull(file, FILE), FrontEndHeaders.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
