package org.lethe.presence.enrichment;

import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;
import org.lethe.contracts.personal.UserAgentText;
import org.lethe.contracts.visit.ClientTraits;
import ua_parser.Client;
import ua_parser.Parser;

/**
 * Reads browser, operating system and kind of device from a user agent.
 *
 * <p>The parser keeps nothing of what it read, and takes 3 MB; the more precise ones keep fragments
 * of the last user agents in their matchers and take thirty times that. The type bounds the text
 * that it works on, and so the time that a crafted one can take: a few milliseconds.
 */
@ApplicationScoped
class UserAgents {

    private static final String UNKNOWN = "Other";
    private static final String SPIDER = "Spider";

    private final Parser parser = new Parser();

    ClientTraits read(UserAgentText userAgent) {
        String text = userAgent.reveal();
        Client client = parser.parse(text);
        return ClientTraits.of(
                named(client.userAgent.family, client.userAgent.major),
                named(client.os.family, client.os.major),
                device(text, client));
    }

    private static @Nullable String named(@Nullable String family, @Nullable String major) {
        if (family == null || family.equals(UNKNOWN)) {
            return null;
        }
        return major == null ? family : family + " " + major;
    }

    private static @Nullable String device(String userAgent, Client client) {
        String device = client.device.family;
        if (SPIDER.equals(device)) {
            return "Robot";
        }
        return switch (client.os.family) {
            case "iOS" -> "iPad".equals(device) ? "Tablet" : "Phone";
            case "Android" -> userAgent.contains("Mobile") ? "Phone" : "Tablet";
            case null -> null;
            case UNKNOWN -> null;
            default -> "Desktop";
        };
    }
}
