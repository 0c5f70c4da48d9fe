package org.lethe.gdpr.selector;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A data subject as a body names it: every question about one has these members, and so has the
 * extension of an OpenDSR request. Nothing in it is checked.
 *
 * @param match any or all of the selectors; any, if it is left out
 * @param networks in CIDR form: a /16 to /32, of IPv6 a /56 to /64 or a /120 to /128
 * @param details by name and value; the account has marked the name as naming a person
 * @param customerIds the value of any detail that the account has marked
 * @param references the numbers that stand in mails and at the ends of chats
 * @param confirmation that all who are found are meant, from the answer that told how many
 * @param others what was sent beside them
 */
public record NamedSubject(
        @Nullable String match,
        @Nullable List<@Nullable String> emails,
        @Nullable List<@Nullable String> addresses,
        @Nullable List<@Nullable String> networks,
        @Nullable List<@Nullable NamedDetail> details,
        @Nullable List<@Nullable String> customerIds,
        @Nullable List<@Nullable String> references,
        @Nullable List<@Nullable String> visits,
        @Nullable List<@Nullable String> chats,
        @Nullable List<@Nullable String> letters,
        @Nullable String confirmation,
        @JsonAnySetter @Nullable Map<String, JsonNode> others) {

    public static final NamedSubject NOBODY =
            new NamedSubject(
                    null, null, null, null, null, null, null, null, null, null, null, null);

    /** What can be said of a subject in a body: the names of the members. */
    public static final List<String> MEMBERS =
            List.of(
                    "match",
                    "emails",
                    "addresses",
                    "networks",
                    "details",
                    "customerIds",
                    "references",
                    "visits",
                    "chats",
                    "letters",
                    "confirmation");

    @Override
    public String toString() {
        return "[redacted]";
    }
}
