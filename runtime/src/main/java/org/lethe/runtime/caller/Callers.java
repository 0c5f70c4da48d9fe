package org.lethe.runtime.caller;

import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.oidc.OIDCException;
import io.quarkus.oidc.TenantIdentityProvider;
import io.quarkus.security.AuthenticationException;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.contracts.frame.BearerToken;
import org.lethe.runtime.problem.Refusal;

/** Tells who a caller is: visitors by our own tokens, everybody else by Keycloak's. */
@ApplicationScoped
public class Callers {

    private static final Duration PATIENCE = Duration.ofSeconds(4);
    private static final int MAX_DEPTH = 8;

    private final VisitorTokens visitors;
    private final TenantIdentityProvider keycloak;
    private final SignInSettings signIn;
    private final NamedAccount accounts;

    @Inject
    Callers(
            VisitorTokens visitors,
            TenantIdentityProvider keycloak,
            SignInSettings signIn,
            NamedAccount accounts) {
        this.visitors = visitors;
        this.keycloak = keycloak;
        this.signIn = signIn;
        this.accounts = accounts;
    }

    /**
     * Fails with a {@link Refusal}; never blocks.
     *
     * @param account that the request names in its header; null if it names none
     */
    Uni<Caller> identify(String token, @Nullable String account) {
        return greeting(token, account).map(Greeting::caller);
    }

    private Uni<Greeting> greeting(String token, @Nullable String account) {
        if (VisitorTokens.claimsToBeOurs(token)) {
            return Uni.createFrom()
                    .item(() ->
                            new Greeting(NamedAccount.of(visitors.verify(token), account), null));
        }
        return keycloak.authenticate(new AccessTokenCredential(token))
                .ifNoItem()
                .after(PATIENCE)
                .fail()
                .map(identity -> greeting(signedIn(identity), account))
                .onFailure(failure -> !(failure instanceof Refusal))
                .transform(Callers::refusal);
    }

    /**
     * Who says hello, or goodbye, and names no account: a token of several is refused. Throws a
     * {@link Refusal}; blocks while Keycloak's keys are fetched.
     */
    public Greeting authenticate(BearerToken token) {
        return greeting(token.value(), null).await().atMost(PATIENCE.plusSeconds(1));
    }

    private Greeting greeting(SignedIn who, @Nullable String account) {
        return new Greeting(accounts.of(who, account), who.until().plus(signIn.grace()));
    }

    private SignedIn signedIn(SecurityIdentity identity) {
        if (identity.getPrincipal() instanceof JsonWebToken token) {
            return OperatorClaims.read(token, signIn.clients());
        }
        throw new Refusal(ErrorCode.TOKEN_INVALID);
    }

    /** While Keycloak can't be asked for its keys, nobody can say whether a token is valid. */
    private static Refusal refusal(Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < MAX_DEPTH; depth++) {
            if (cause instanceof IOException
                    || cause instanceof TimeoutException
                    || cause instanceof OIDCException) {
                return new Refusal(ErrorCode.UNAVAILABLE);
            }
            cause = cause.getCause();
        }
        return new Refusal(
                failure instanceof AuthenticationException
                        ? ErrorCode.TOKEN_INVALID
                        : ErrorCode.UNAVAILABLE);
    }
}
