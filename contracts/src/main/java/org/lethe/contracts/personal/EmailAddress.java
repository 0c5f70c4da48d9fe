package org.lethe.contracts.personal;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.net.IDN;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** An address that a mail can be sent to: plain, without display name or comment. */
public record EmailAddress(@JsonValue String reveal) implements PersonalData {

    public static final int MAX_LENGTH = 254;

    private static final String KIND = "e-mail address";
    private static final int MAX_LOCAL = 64;

    /** Java's older standard (IDNA 2003) makes other domains of these: the mail of a stranger. */
    private static final String OTHER_IN_JAVA = "\u00DF\u1E9E\u03C2";

    private static final Pattern LOCAL =
            Pattern.compile("[\\w!#$%&'*+/=?^`{|}~-]+(\\.[\\w!#$%&'*+/=?^`{|}~-]+)*");
    private static final Pattern DOMAIN =
            Pattern.compile("([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]");

    public static EmailAddress of(String value) {
        return new EmailAddress(normal(TextRules.keep(value, EmailAddress::isWritten).strip()));
    }

    /** A field of a form that was left blank is no address. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static @Nullable EmailAddress given(String value) {
        return TextRules.isBlank(value) ? null : of(value);
    }

    @Override
    public String toString() {
        return REDACTED;
    }

    private static String normal(String value) {
        int at = value.lastIndexOf('@');
        if (at < 1 || at > MAX_LOCAL || value.length() > MAX_LENGTH) {
            throw new InvalidPersonalData(KIND);
        }
        String local = value.substring(0, at);
        String domain = ascii(value.substring(at + 1));
        boolean valid =
                LOCAL.matcher(local).matches()
                        && DOMAIN.matcher(domain).matches()
                        && at + 1 + domain.length() <= MAX_LENGTH;
        return TextRules.require(valid, local + "@" + domain, KIND);
    }

    /** What pages and mails put around an address when it is copied out of them. */
    private static boolean isWritten(int c) {
        return Character.getType(c) != Character.FORMAT;
    }

    private static String ascii(String domain) {
        if (domain.codePoints().anyMatch(c -> OTHER_IN_JAVA.indexOf(c) >= 0)) {
            throw new InvalidPersonalData(KIND);
        }
        try {
            return IDN.toASCII(domain, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException e) {
            // Its message quotes the domain.
            throw new InvalidPersonalData(KIND);
        }
    }
}
