package org.lethe.contracts.personal;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** An address that a mail can be sent to: plain, without display name or comment. */
public record EmailAddress(@JsonValue String reveal) implements PersonalData {

    public static final int MAX_LENGTH = 254;

    private static final String KIND = "e-mail address";
    private static final int MAX_LOCAL = 64;

    private static final String ATOM = "[\\w\\p{L}\\p{M}\\p{N}!#$%&'*+/=?^`{|}~-]+";
    private static final Pattern LOCAL = Pattern.compile(ATOM + "(\\." + ATOM + ")*");
    private static final Pattern ASCII = Pattern.compile("\\p{ASCII}*");

    /** Keyboards for Chinese and Japanese have a second set of ASCII, twice as wide. */
    private static final int WIDE = 0xFF00 - 0x20;

    public static EmailAddress of(String value) {
        String written = TextRules.keep(value, EmailAddress::narrow, EmailAddress::isWritten);
        return new EmailAddress(normal(TextRules.strip(written)));
    }

    /** A field of a form that was left blank is no address. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static @Nullable EmailAddress given(String value) {
        return TextRules.isBlank(value) ? null : of(value);
    }

    /** Each mailbox once, as it was first written: hardly a server tells capitals apart. */
    public static List<EmailAddress> distinct(Collection<EmailAddress> addresses) {
        Map<String, EmailAddress> mailboxes = new LinkedHashMap<>();
        addresses.forEach(
                each -> mailboxes.putIfAbsent(each.reveal.toLowerCase(Locale.ROOT), each));
        return List.copyOf(mailboxes.values());
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
        String domain =
                MailDomain.ascii(value.substring(at + 1))
                        .orElseThrow(() -> new InvalidPersonalData(KIND));
        boolean valid = LOCAL.matcher(local).matches() && at + 1 + domain.length() <= MAX_LENGTH;
        TextRules.require(valid, value, KIND);
        if (!ASCII.matcher(local).matches()) {
            throw new InvalidPersonalData(KIND, InvalidPersonalData.Fault.MAILBOX_LETTERS);
        }
        return local + "@" + domain;
    }

    private static int narrow(int c) {
        return c > 0xFF00 && c < 0xFF5F ? c - WIDE : c;
    }

    /** Not what is put around an address by what it is copied out of; joiners are of domains. */
    private static boolean isWritten(int c) {
        return Character.getType(c) != Character.FORMAT || c == 0x200C || c == 0x200D;
    }
}
