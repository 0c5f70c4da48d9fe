package org.lethe.contracts.personal;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** The address of the page that the visitor came from, without what lets its reader in. */
public record Referrer(@JsonValue String reveal) implements PersonalData {

    public static final int MAX_LENGTH = 2_048;

    public static Referrer of(String value) {
        return new Referrer(WebAddress.normal(value, MAX_LENGTH, "referrer"));
    }

    /** Nothing if it is no web address: apps and privacy tools send all kinds of things. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static @Nullable Referrer told(String value) {
        try {
            return of(value);
        } catch (InvalidPersonalData notAWebAddress) {
            return null;
        }
    }

    /** Without the values of these parameters, either. */
    public Referrer hiding(Collection<String> parameters) {
        return new Referrer(WebAddress.hiding(reveal, parameters, MAX_LENGTH));
    }

    @Override
    public String toString() {
        return REDACTED;
    }
}
