package org.lethe.runtime.outside;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What a URL must be to be called: HTTPS, at a port that is allowed, of nobody and no fragment. To
 * which address its name leads is asked when it is called, and not before.
 */
@Singleton
public class OutsideUrls {

    private static final int HTTPS_PORT = 443;

    private final Set<Integer> ports;

    @Inject
    public OutsideUrls(OutsideSettings settings) {
        this.ports = Set.copyOf(settings.ports());
    }

    public boolean allow(URI url) {
        return "https".equalsIgnoreCase(url.getScheme())
                && url.getHost() != null
                && url.getRawUserInfo() == null
                && url.getRawFragment() == null
                && ports.contains(port(url));
    }

    /** The origin of a URL that is allowed, in the one form in which origins compare. */
    public Optional<String> origin(URI url) {
        return allow(url)
                ? Optional.of("https://" + url.getHost().toLowerCase(Locale.ROOT) + ":" + port(url))
                : Optional.empty();
    }

    static int port(URI url) {
        return url.getPort() < 0 ? HTTPS_PORT : url.getPort();
    }
}
