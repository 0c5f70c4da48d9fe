package org.lethe.runtime.caller;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Set;

/** Who signs in at Keycloak. */
@ConfigMapping(prefix = "lethe.sign-in")
public interface SignInSettings {

    /** The clients whose access tokens are accepted; a token of any other is not valid here. */
    @WithDefault("lethe-console,lethe-staff")
    Set<String> clients();
}
