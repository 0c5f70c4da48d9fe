package org.lethe.house.answer;

import io.vertx.json.schema.JsonFormatValidator;
import java.time.DateTimeException;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** The formats of our documents that the library does not know. */
final class Formats implements JsonFormatValidator {

    @Override
    public @Nullable String validateFormat(
            String type, @Nullable String format, @Nullable Object value) {
        return isValid(format, value) ? null : "is no " + format;
    }

    private static boolean isValid(@Nullable String format, @Nullable Object value) {
        return switch (format) {
            case "int32" -> !(value instanceof Number) || value instanceof Integer;
            case "time-zone" -> !(value instanceof String zone) || isZone(zone);
            case null, default -> true;
        };
    }

    private static boolean isZone(String zone) {
        try {
            var _ = ZoneId.of(zone);
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }
}
