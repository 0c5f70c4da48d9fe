package org.lethe.contracts.personal;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.jspecify.annotations.Nullable;

/** What is concluded of a visitor from elsewhere: a browser, a city, a network. */
public record VisitorTrait(@JsonValue String reveal) implements PersonalData {

    public static final int MAX_LENGTH = 200;

    /** Takes what fits; nothing if it is unknown or nothing readable is left. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static @Nullable VisitorTrait of(@Nullable String value) {
        return value == null
                ? null
                : TextRules.clipped(value, MAX_LENGTH, VisitorTrait::new).orElse(null);
    }

    @Override
    public String toString() {
        return REDACTED;
    }
}
