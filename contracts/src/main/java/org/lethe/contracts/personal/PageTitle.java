package org.lethe.contracts.personal;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.jspecify.annotations.Nullable;

/** The title of a page that the visitor has open. */
public record PageTitle(@JsonValue String reveal) implements PersonalData {

    public static final int MAX_LENGTH = 300;

    public static PageTitle of(String value) {
        return new PageTitle(TextRules.line(value, MAX_LENGTH, "page title"));
    }

    /** Takes what fits of text that nobody typed, or nothing if nothing readable is left. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static @Nullable PageTitle clipped(String value) {
        return TextRules.clipped(value, MAX_LENGTH, PageTitle::new).orElse(null);
    }

    @Override
    public String toString() {
        return REDACTED;
    }
}
