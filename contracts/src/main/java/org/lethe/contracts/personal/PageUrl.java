package org.lethe.contracts.personal;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Collection;

/** The address of a page that the visitor has open, without what lets its reader in. */
public record PageUrl(@JsonValue String reveal) implements PersonalData {

    public static final int MAX_LENGTH = 2_048;

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static PageUrl of(String value) {
        return new PageUrl(WebAddress.normal(value, MAX_LENGTH, "page URL"));
    }

    /** Without the values of these parameters, either. */
    public PageUrl hiding(Collection<String> parameters) {
        return new PageUrl(WebAddress.hiding(reveal, parameters, MAX_LENGTH));
    }

    @Override
    public String toString() {
        return REDACTED;
    }
}
