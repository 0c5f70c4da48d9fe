package org.lethe.stack.test;

import org.lethe.stack.StackState;
import org.lethe.stack.keycloak.RealmTokens;

/** Tokens of the demo accounts' people, as Keycloak issues them. */
public final class TestTokens {

    private TestTokens() {}

    /** The access token of a person, such as {@code anna@acme.example}. */
    public static String of(String user) {
        return tokens().ofUser(user);
    }

    /** The access token of the support staff's service account. */
    public static String ofStaff() {
        return tokens().ofStaff();
    }

    private static RealmTokens tokens() {
        StackState state = LetheInfrastructure.state();
        return new RealmTokens(state.keycloak().address(), state.keycloak().staffSecret());
    }
}
