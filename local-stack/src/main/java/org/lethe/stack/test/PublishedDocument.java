package org.lethe.stack.test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A document of {@code docs/api}, which must be what the service serves; {@code
 * -Dgolden.write=true} writes it anew, for a change that is meant.
 */
public final class PublishedDocument {

    private static final Path FOLDER = Path.of("../docs/api");
    private static final YAMLMapper YAML =
            YAMLMapper.builder()
                    .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
                    .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
                    .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
                    .disable(YAMLGenerator.Feature.SPLIT_LINES)
                    .build();

    private PublishedDocument() {}

    /**
     * Fails unless the file holds what is served.
     *
     * @param served in JSON
     */
    public static void check(String name, String served) {
        Path file = FOLDER.resolve(name + ".yaml");
        try {
            JsonNode document = YAML.readTree(served);
            String yaml =
                    "# Written from what the service serves, by its tests; change that.\n"
                            + YAML.writeValueAsString(document);
            if (Boolean.getBoolean("golden.write")) {
                Files.writeString(file, yaml);
            }
            if (!Files.exists(file) || !yaml.equals(Files.readString(file))) {
                throw new AssertionError(file + " is not what is served; see -Dgolden.write");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
