package org.lethe.contracts.personal;

import java.util.Collection;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The form of web addresses: http or https, so that a console can link to them safely, without what
 * would let its reader in: user info, fragment, and the values of {@link Secrets}.
 */
final class WebAddress {

    // Browsers send what java.net.URI refuses, such as a bare | or [ in a query.
    private static final Pattern FORM =
            Pattern.compile(
                    "(?i)(https?)://(?:[^/?#@\\s]*@)?([^/?#@\\s]+)([/?][^#\\s]*)?(?:#\\S*)?");

    private WebAddress() {}

    static String normal(String value, int max, String kind) {
        Matcher parts = FORM.matcher(TextRules.cleanLine(value).replace(" ", "%20"));
        if (!parts.matches()) {
            throw new InvalidPersonalData(kind);
        }
        String rest = parts.group(3) == null ? "" : Secrets.hide(parts.group(3), Secrets::isTold);
        // What is too long is so by parameters of advertising, behind all that tells the page.
        return TextRules.clip(parts.group(1) + "://" + parts.group(2) + rest, max);
    }

    /** Without the values of these parameters, too. */
    static String hiding(String address, Collection<String> parameters, int max) {
        return TextRules.clip(
                Secrets.hide(address, name -> parameters.stream().anyMatch(name::equalsIgnoreCase)),
                max);
    }
}
