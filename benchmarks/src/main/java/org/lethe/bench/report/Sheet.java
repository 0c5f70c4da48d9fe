package org.lethe.bench.report;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * One scenario's result with a head of its own: the sheets beside it may have been measured at
 * another time, or on another machine.
 */
record Sheet(Head head, Result result) {

    /** In an order that stays, as what is kept is compared line by line. */
    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                    .build();

    /** As Markdown. */
    String text() {
        return "# %s\n\nMeasured by `./lethe bench`:\n\n%s\n%s"
                .formatted(result.scenario(), head.text(), result.text());
    }

    /**
     * Writes {@code <scenario>.md} and {@code <scenario>.json}, and {@code <scenario>.svg} of
     * growth if there is any, or else of times, or of what else there is.
     */
    void write(Path folder) {
        try {
            Files.createDirectories(folder);
            Files.writeString(file(folder, "md"), text());
            Files.writeString(file(folder, "json"), JSON.writeValueAsString(this) + "\n");
            Optional<String> picture = Curves.of(result).or(() -> Picture.of(result));
            if (picture.isPresent()) {
                Files.writeString(file(folder, "svg"), picture.get());
            } else {
                Files.deleteIfExists(file(folder, "svg"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path file(Path folder, String kind) {
        return folder.resolve(result.scenario() + "." + kind);
    }
}
