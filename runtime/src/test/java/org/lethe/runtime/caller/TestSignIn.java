package org.lethe.runtime.caller;

import java.time.Duration;
import java.util.Set;

/** How people sign in, in tests. */
record TestSignIn(boolean plainHttp) implements SignInSettings {

    @Override
    public Set<String> clients() {
        return Set.of("lethe-console");
    }

    @Override
    public Duration grace() {
        return TestCallers.GRACE;
    }
}
