package org.lethe.contracts.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The short number of a chat or an offline message, as {@code 7K3F9-QXM2D}: people read it out of a
 * mail and tell it by telephone. It finds its scope while that lives, and nothing afterwards.
 *
 * <p>50 bits of a digest of the scope's id, from which nobody comes back to the id.
 */
public record ReferenceNumber(@JsonValue String value) {

    private static final int HALF = 5;
    private static final int DIGITS = 2 * HALF;

    /** Without I, L and O, which are taken for digits, and without U. */
    private static final Pattern FORM =
            Pattern.compile("[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}");

    public ReferenceNumber {
        if (!FORM.matcher(value).matches()) {
            throw new InvalidIdException("reference number");
        }
    }

    /** Reads it as people write it: in any case, with O for 0 and I or L for 1, with any gaps. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static ReferenceNumber of(String written) {
        String digits =
                written.replaceAll("[\\s\\p{Pd}]", "")
                        .toUpperCase(Locale.ROOT)
                        .replace('O', '0')
                        .replaceAll("[IL]", "1");
        if (digits.length() != DIGITS) {
            throw new InvalidIdException("reference number");
        }
        return new ReferenceNumber(digits.substring(0, HALF) + "-" + digits.substring(HALF));
    }

    /** The number of the scope; its letters, where it has any, bear the same. */
    public static ReferenceNumber of(ScopeId scope) {
        return of(Base32.derived("reference of " + scope.value()).substring(0, DIGITS));
    }

    @Override
    public String toString() {
        return value;
    }
}
