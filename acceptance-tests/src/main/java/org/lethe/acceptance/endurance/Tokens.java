package org.lethe.acceptance.endurance;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.lethe.acceptance.client.SignIn;
import org.lethe.acceptance.journey.People;

/** Access tokens that are not about to run out. Keycloak may be away: then there is none. */
final class Tokens {

    private static final Duration FRESH = Duration.ofMinutes(4);

    private final SignIn signIn;
    private final Map<String, Token> tokens = new HashMap<>();

    Tokens(SignIn signIn) {
        this.signIn = signIn;
    }

    private record Token(String value, long since) {}

    /**
     * @throws org.lethe.acceptance.client.UnexpectedAnswer while nobody can sign in
     */
    synchronized String of(String user) {
        Token known = tokens.get(user);
        if (known == null || System.nanoTime() - known.since > FRESH.toNanos()) {
            known = new Token(signIn.as(user, People.PASSWORD), System.nanoTime());
            tokens.put(user, known);
        }
        return known.value;
    }

    synchronized void forget(String user) {
        tokens.remove(user);
    }
}
