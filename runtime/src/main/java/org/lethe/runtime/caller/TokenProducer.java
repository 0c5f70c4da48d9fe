package org.lethe.runtime.caller;

import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.jwt.JwtPublicKeySign;
import com.google.crypto.tink.jwt.JwtPublicKeyVerify;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.security.GeneralSecurityException;
import java.time.Clock;
import org.lethe.privacy.seal.SuiteSecrets;
import org.lethe.runtime.store.Secrets;

/** Makes issuer and verifier of visitors' tokens from the secrets. */
final class TokenProducer {

    @Produces
    @Singleton
    TokenIssuer issuer(Secrets secrets, TokenSettings settings, Clock clock) {
        return new TokenIssuer(
                key(secrets.keyset(SuiteSecrets.TOKEN_SIGNING), JwtPublicKeySign.class),
                settings.lifetime(),
                clock);
    }

    /** At the start: what a rotation of keys asks for must not be read at some later time. */
    @Produces
    @Singleton
    @Startup
    VisitorTokens verifier(Secrets secrets, Clock clock) {
        return new VisitorTokens(
                key(secrets.keyset(SuiteSecrets.TOKEN_VERIFYING), JwtPublicKeyVerify.class), clock);
    }

    /** Keys to sign or verify with: ES256, rotated by the keyset. */
    static <P> P key(KeysetHandle keyset, Class<P> use) {
        try {
            return keyset.getPrimitive(RegistryConfiguration.get(), use);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("not a keyset for visitors' tokens", e);
        }
    }
}
