package org.lethe.contracts.personal;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;

/** The title of a page that the visitor has open. */
public record PageTitle(@JsonValue String value) implements PersonalData {

    public static final int MAX_LENGTH = 300;

    public PageTitle {
        value = TextRules.line(value, MAX_LENGTH, "page title");
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static PageTitle of(String value) {
        return new PageTitle(value);
    }

    /** Takes what fits of text that nobody typed, or nothing if nothing readable is left. */
    public static Optional<PageTitle> clipped(String value) {
        String clean = TextRules.clip(value, MAX_LENGTH);
        return clean.isEmpty() ? Optional.empty() : Optional.of(new PageTitle(clean));
    }

    @Override
    public String reveal() {
        return value;
    }

    @Override
    public String toString() {
        return REDACTED;
    }
}
