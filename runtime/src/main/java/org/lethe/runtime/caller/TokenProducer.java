package org.lethe.runtime.caller;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.lethe.privacy.seal.SuiteSecrets;
import org.lethe.runtime.store.Secrets;

/** Makes issuer and verifier of visitors' tokens from the secrets. */
final class TokenProducer {

    @Produces
    @Singleton
    TokenIssuer issuer(Secrets secrets, TokenSettings settings, Clock clock) {
        return new TokenIssuer(
                TokenKeys.signing(secrets.keyset(SuiteSecrets.TOKEN_SIGNING)),
                settings.lifetime(),
                clock);
    }

    @Produces
    @Singleton
    VisitorTokens verifier(Secrets secrets, Clock clock) {
        return new VisitorTokens(
                TokenKeys.verifying(secrets.keyset(SuiteSecrets.TOKEN_VERIFYING)), clock);
    }
}
