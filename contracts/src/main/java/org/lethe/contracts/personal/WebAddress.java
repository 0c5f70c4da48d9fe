package org.lethe.contracts.personal;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The form of web addresses: http or https, so that a console can link to them safely. */
final class WebAddress {

    // Browsers send what java.net.URI refuses, such as a bare | or [ in a query.
    private static final Pattern FORM =
            Pattern.compile("(?i)(https?)://(?:[^/?#@\\s]*@)?([^/?#@\\s]+)([/?#]\\S*)?");

    private WebAddress() {}

    static String normal(String value, int max, String kind) {
        // What is too long is so by parameters of advertising, behind all that tells the page.
        String line = TextRules.clip(value, max);
        Matcher parts = FORM.matcher(line);
        if (!parts.matches()) {
            throw new InvalidPersonalData(kind);
        }
        String rest = parts.group(3) == null ? "" : parts.group(3);
        return parts.group(1) + "://" + parts.group(2) + rest;
    }
}
