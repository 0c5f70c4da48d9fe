package org.lethe.bench.store;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the store says of itself, a line each. */
final class Info {

    private Info() {}

    /**
     * @throws IllegalStateException where it does not say that
     */
    static String text(String info, String field) {
        Matcher line =
                Pattern.compile("^" + field + ":([^\r\n]+)", Pattern.MULTILINE).matcher(info);
        if (!line.find()) {
            throw new IllegalStateException("the store does not say " + field);
        }
        return line.group(1);
    }

    static long number(String info, String field) {
        return Long.parseLong(text(info, field));
    }
}
