package org.lethe.runtime.caller;

import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/** A token of Keycloak that says what a test wants. */
record ClaimedToken(Map<String, Object> claims) implements JsonWebToken {

    @Override
    public String getName() {
        return "anna@acme.example";
    }

    @Override
    public Set<String> getClaimNames() {
        return claims.keySet();
    }

    @Override
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // the interface asks for it
    public <T> @Nullable T getClaim(String name) {
        return (T) claims.get(name);
    }
}
