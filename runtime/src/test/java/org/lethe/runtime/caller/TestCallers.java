package org.lethe.runtime.caller;

import io.quarkus.oidc.TenantIdentityProvider;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.json.Json;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.lethe.contracts.id.AccountId;
import org.lethe.runtime.fixture.TestAccounts;

/** Callers of whom Keycloak says what a test wants, for plain tests. */
public final class TestCallers {

    /** What is granted here for clocks that differ. */
    public static final Duration GRACE = Duration.ofSeconds(5);

    private TestCallers() {}

    /** Whoever comes is this operator of the account, by a token that runs out then. */
    public static Callers operators(AccountId account, Instant expiry) {
        var token =
                new ClaimedToken(
                        Map.of(
                                "sub",
                                "0b8f2a56-3a0e-4c62-9d7e-6f1c2b3a4d5e",
                                "typ",
                                "Bearer",
                                "azp",
                                "lethe-console",
                                "exp",
                                expiry.getEpochSecond(),
                                "organization",
                                Json.createArrayBuilder().add(account.value()).build(),
                                "realm_access",
                                Json.createObjectBuilder()
                                        .add("roles", Json.createArrayBuilder().add("operator"))
                                        .build()));
        var identity = QuarkusSecurityIdentity.builder().setPrincipal(token).build();
        TenantIdentityProvider keycloak = credential -> Uni.createFrom().item(identity);
        return new Callers(nobody(), keycloak, new TestSignIn(false), accounts(account));
    }

    private static VisitorTokens nobody() {
        return new VisitorTokens(
                (token, validator) -> {
                    throw new GeneralSecurityException("no visitors here");
                },
                Clock.systemUTC());
    }

    private static NamedAccount accounts(AccountId account) {
        return new NamedAccount(TestAccounts.directory(TestAccounts.settings(account, Map.of())));
    }
}
