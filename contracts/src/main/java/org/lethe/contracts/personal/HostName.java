package org.lethe.contracts.personal;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.regex.Pattern;

/** The name that a visitor's address has in DNS. */
public record HostName(@JsonValue String reveal) implements PersonalData {

    public static final int MAX_LENGTH = 253;

    private static final Pattern FORM =
            Pattern.compile("[a-z0-9_]([a-z0-9_-]{0,62})?(\\.[a-z0-9_]([a-z0-9_-]{0,62})?)*");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static HostName of(String value) {
        return new HostName(normal(value.toLowerCase(Locale.ROOT)));
    }

    @Override
    public String toString() {
        return REDACTED;
    }

    private static String normal(String value) {
        String host = value.endsWith(".") ? value.substring(0, value.length() - 1) : value;
        boolean valid = host.length() <= MAX_LENGTH && FORM.matcher(host).matches();
        return TextRules.require(valid, host, "host name");
    }
}
