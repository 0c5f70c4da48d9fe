package org.lethe.gdpr.selector;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/**
 * What is wrong with how a subject is named. The texts are constant: an answer never repeats what
 * was sent but the name of a selector.
 */
public enum SelectorFault {
    UNKNOWN_SELECTOR(
            "A subject can be named by emails, addresses, networks, details, customerIds,"
                    + " references, visits, chats and letters, and by nothing else."),
    INVALID_SELECTOR("Of these selectors, one is not what its kind is."),
    INVALID_MATCH("match must be any or all."),
    NETWORK_TOO_WIDE("A network must be a /16 to /32, or of IPv6 a /56 to /64 or a /120 to /128."),
    UNMARKED_DETAIL(
            "No such detail is marked as naming a person; who needs a second person can't name one."),
    TOO_MANY_SELECTORS("There are too many selectors, or too much to look for in them."),
    NO_SUBJECT("It names nobody.");

    private final String message;

    SelectorFault(String message) {
        this.message = message;
    }

    public String message() {
        return message;
    }

    @JsonValue
    public String reason() {
        return name().toLowerCase(Locale.ROOT);
    }
}
