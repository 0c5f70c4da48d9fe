package org.lethe.runtime.caller;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Set;

/** Who signs in at Keycloak. */
@ConfigMapping(prefix = "lethe.sign-in")
public interface SignInSettings {

    /** The clients whose access tokens are accepted; a token of any other is not valid here. */
    @WithDefault("lethe-console,lethe-staff")
    Set<String> clients();

    /**
     * So long a token is taken after it has run out, since clocks differ; a socket that was opened
     * with it stays as long.
     */
    Duration grace();

    /**
     * Whether Keycloak's keys may come without TLS from another machine: for a try on a network
     * that nobody else is in. Who changes them on their way can sign in as anybody.
     */
    @WithDefault("false")
    boolean plainHttp();
}
