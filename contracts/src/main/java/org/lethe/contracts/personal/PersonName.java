package org.lethe.contracts.personal;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a visitor calls themselves, or an operator is called at their sign-in. */
public record PersonName(@JsonValue String reveal) implements PersonalData {

    public static final int MAX_LENGTH = 100;

    /** A name that somebody typed, and can type again. */
    public static PersonName of(String value) {
        return new PersonName(TextRules.line(value, MAX_LENGTH, "name"));
    }

    /** A field of a form that was left blank, or holds what nobody can see, is no name. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static @Nullable PersonName given(String value) {
        return TextRules.isBlank(value) ? null : of(value);
    }

    /** Takes what fits of a name that nobody typed here, or nothing if nothing readable is left. */
    public static Optional<PersonName> clipped(String value) {
        return TextRules.clipped(value, MAX_LENGTH, PersonName::new);
    }

    @Override
    public String toString() {
        return REDACTED;
    }
}
