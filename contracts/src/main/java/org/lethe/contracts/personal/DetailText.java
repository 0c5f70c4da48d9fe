package org.lethe.contracts.personal;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/** A value of the custom data that a site passes about its visitor. */
public record DetailText(@JsonValue String reveal) implements PersonalData {

    public static final int MAX_LENGTH = 500;

    public static DetailText of(String value) {
        return new DetailText(TextRules.line(value, MAX_LENGTH, "detail"));
    }

    /**
     * Takes what fits of a text, number or truth value, as sites have them, or nothing if it is
     * another thing, or nothing readable is left: no detail is worth a chat.
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static @Nullable DetailText clipped(JsonNode value) {
        return TextRules.clipped(value.asText(), MAX_LENGTH, DetailText::new).orElse(null);
    }

    @Override
    public String toString() {
        return REDACTED;
    }
}
