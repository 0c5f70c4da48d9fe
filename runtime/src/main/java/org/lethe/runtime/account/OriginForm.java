package org.lethe.runtime.account;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/** The form in which browsers write the origin of a page: scheme, host, port if unusual. */
final class OriginForm {

    private OriginForm() {}

    static boolean isOrigin(String text) {
        try {
            var uri = new URI(text);
            return uri.getHost() != null
                    && ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()))
                    && text.equals(written(uri));
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static String written(URI uri) {
        int usual = "https".equals(uri.getScheme()) ? 443 : 80;
        String port = uri.getPort() == -1 || uri.getPort() == usual ? "" : ":" + uri.getPort();
        return uri.getScheme() + "://" + uri.getHost().toLowerCase(Locale.ROOT) + port;
    }
}
