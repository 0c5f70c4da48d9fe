package org.lethe.presence.enrichment;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Scheduler;
import com.github.benmanes.caffeine.cache.Ticker;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.lethe.contracts.id.ScopeKind;
import org.lethe.contracts.personal.UserAgentText;
import org.lethe.contracts.visit.ClientTraits;
import org.lethe.privacy.retention.Lifetimes;
import org.lethe.privacy.seal.KeyedHash;
import ua_parser.Client;
import ua_parser.OS;
import ua_parser.Parser;

/**
 * Reads browser, operating system and kind of device from a user agent.
 *
 * <p>The parser keeps nothing of what it read, and takes 3 MB; the more precise ones keep fragments
 * of the last user agents in their matchers and take thirty times that. The type bounds the text
 * that it works on, and so the time that a crafted one can take: a few milliseconds.
 *
 * <p>Reading is half of what opening a visit costs, and most visitors have one of a few browsers.
 * So traits are remembered, of nobody: under a hash whose key only this process has, and for less
 * time than the shortest visit takes to be destroyed.
 */
@ApplicationScoped
class UserAgents {

    private static final String UNKNOWN = "Other";
    private static final String SPIDER = "Spider";
    private static final String TABLET_OF_APPLE = "iPad";
    private static final String MAC = "Mac OS X";
    private static final String IOS = "iOS";
    private static final String ANDROID = "Android";
    private static final String WINDOWS = "Windows";

    /** From this one on, Safari says that it is on the last iOS before. */
    private static final int SAFARI_OF_ANY_IOS = 26;

    /** As it ships, a visit is kept for 170 seconds after it was opened, or more. */
    private static final Duration REMEMBERED = Duration.ofMinutes(2);

    private static final int MOST = 1_000;

    private final Function<String, Client> parser;
    private final KeyedHash hash = KeyedHash.random();
    private final Cache<String, ClientTraits> remembered;

    @Inject
    UserAgents(Lifetimes lifetimes) {
        this(new Parser()::parse, lifetimes.of(ScopeKind.VISIT), Ticker.systemTicker());
    }

    /**
     * @param visit how long a visit is kept, at least
     */
    UserAgents(Function<String, Client> parser, Duration visit, Ticker ticker) {
        this.parser = parser;
        this.remembered =
                Caffeine.newBuilder()
                        .maximumSize(MOST)
                        .expireAfterWrite(visit.compareTo(REMEMBERED) < 0 ? visit : REMEMBERED)
                        .ticker(ticker)
                        // Also where nobody comes any more.
                        .scheduler(Scheduler.systemScheduler())
                        .build();
    }

    /**
     * Reads a user agent.
     *
     * @param touched whether the screen is: an iPad says that it is a Mac, and no Mac has one
     */
    ClientTraits read(UserAgentText userAgent, boolean touched) {
        String text = userAgent.reveal();
        String name = hash.of((touched + text).getBytes(UTF_8));
        ClientTraits known = remembered.getIfPresent(name);
        if (known != null) {
            return known;
        }
        Client client = parser.apply(text);
        ClientTraits traits = traits(text, client, touched);
        // Robots are named with words of their own making.
        if (!SPIDER.equals(client.device.family)) {
            remembered.put(name, traits);
        }
        return traits;
    }

    private static ClientTraits traits(String text, Client client, boolean touched) {
        boolean disguised = touched && MAC.equals(client.os.family);
        return ClientTraits.of(
                named(client.userAgent.family, client.userAgent.major),
                disguised ? "iPadOS" : system(client),
                disguised ? TABLET_OF_APPLE : device(text, client));
    }

    private static @Nullable String named(@Nullable String family, @Nullable String major) {
        if (family == null || family.equals(UNKNOWN)) {
            return null;
        }
        return major == null ? family : family + " " + major;
    }

    /** Without the version where browsers say one that may not be the true one. */
    private static @Nullable String system(Client client) {
        OS os = client.os;
        return switch (os.family) {
            case MAC -> "macOS";
            case "Chrome OS" -> "ChromeOS";
            case WINDOWS -> named(WINDOWS, "10".equals(os.major) ? null : os.major);
            case ANDROID -> named(ANDROID, "10".equals(os.major) ? null : os.major);
            case IOS -> named(isTabletOfApple(client) ? "iPadOS" : IOS, iosVersion(client));
            case null -> null;
            default -> named(os.family, os.major);
        };
    }

    private static @Nullable String iosVersion(Client client) {
        String safari = client.userAgent.major;
        boolean frozen =
                "18".equals(client.os.major)
                        && safari != null
                        && safari.length() == 2
                        && Integer.parseInt(safari) >= SAFARI_OF_ANY_IOS;
        return frozen ? null : client.os.major;
    }

    private static boolean isTabletOfApple(Client client) {
        return TABLET_OF_APPLE.equals(client.device.family);
    }

    private static @Nullable String device(String userAgent, Client client) {
        if (SPIDER.equals(client.device.family)) {
            return "Robot";
        }
        return switch (client.os.family) {
            case IOS -> isTabletOfApple(client) ? TABLET_OF_APPLE : "Phone";
            case ANDROID -> userAgent.contains("Mobile") ? "Phone" : "Tablet";
            case null -> null;
            case UNKNOWN -> null;
            default -> "Desktop";
        };
    }
}
