package org.lethe.contracts.personal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Values in web addresses that are nobody's business: whoever has them is let in. */
final class Secrets {

    private static final String HIDDEN = "***";

    /** Of a query, or of a path as {@code ;jsessionid=}. Linear, as anybody may send anything. */
    private static final Pattern PARAMETER = Pattern.compile("(?<=[?&;#])([^=?&;#]++)=([^&;#]+)");

    private static final Pattern STRAY = Pattern.compile("%(?![0-9a-fA-F]{2})");

    private static final Pattern PART =
            Pattern.compile(
                    "token|passw|passphrase|pwd|secret|session|sessid|signature|credential");
    private static final Set<String> WORDS =
            Set.of(
                    "auth", "oauth", "code", "jwt", "key", "apikey", "otp", "pass", "pin", "sid",
                    "sig");

    private Secrets() {}

    /** The address without the values of parameters that are called so. */
    static String hide(String address, Predicate<String> isSecret) {
        return PARAMETER
                .matcher(address)
                .replaceAll(each ->
                        isSecret.test(decoded(each.group(1))) || carries(each.group(2), isSecret)
                                ? Matcher.quoteReplacement(each.group(1)) + "=" + HIDDEN
                                : "$0");
    }

    /** Whether a name says that its value is one: {@code access_token}, {@code apiKey}. */
    static boolean isTold(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        String[] words =
                name.replaceAll("([a-z])([A-Z])", "$1 $2")
                        .toLowerCase(Locale.ROOT)
                        .split("[^a-z]+");
        return PART.matcher(lower).find() || Arrays.stream(words).anyMatch(WORDS::contains);
    }

    /** Whether a value is an address with a secret of its own, such as where to go next. */
    private static boolean carries(String value, Predicate<String> isSecret) {
        return PARAMETER
                .matcher("?" + decoded(value))
                .results()
                .anyMatch(inner -> isSecret.test(inner.group(1)));
    }

    /** A stray percent sign does not keep the rest encoded. */
    private static String decoded(String text) {
        return URLDecoder.decode(STRAY.matcher(text).replaceAll("%25"), UTF_8);
    }
}
