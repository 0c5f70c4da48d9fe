package org.lethe.runtime.caller;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Where Keycloak's keys come from: by HTTPS, or from this machine. Who could change them on their
 * way could sign in as anybody, so a service does not start otherwise.
 */
@ApplicationScoped
class KeysOfTokens {

    /** As an address is written; a name is looked up, which somebody else may answer. */
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    private final String server;
    private final SignInSettings settings;

    @Inject
    KeysOfTokens(
            @ConfigProperty(name = "quarkus.oidc.auth-server-url") String server,
            SignInSettings settings) {
        this.server = server;
        this.settings = settings;
    }

    void check(@Observes StartupEvent event) {
        if (!settings.plainHttp() && !isSafe(URI.create(server))) {
            throw new IllegalStateException(
                    "quarkus.oidc.auth-server-url must be https://, or on this machine;"
                            + " lethe.sign-in.plain-http=true takes any, for a try");
        }
    }

    private static boolean isSafe(URI server) {
        return "https".equalsIgnoreCase(server.getScheme())
                || server.getHost() != null && THIS_MACHINE.contains(server.getHost());
    }
}
