package org.lethe.mail.render;

import java.util.regex.Pattern;

/** What mail programs make a link of, whether it was meant as one or not. */
final class Links {

    /**
     * A scheme, or letters or digits on both sides of a dot: a domain without one is linked, too.
     */
    private static final Pattern LINKED =
            Pattern.compile("://|(?<=[\\p{L}\\p{N}])[.\u3002\uFF0E\uFF61](?=[\\p{L}\\p{N}])");

    private Links() {}

    /** The text with each address taken apart, so that it can be read and not be followed. */
    static String apart(String text) {
        return LINKED.matcher(text)
                .replaceAll(found -> found.group().equals("://") ? "[:]//" : "[.]");
    }
}
