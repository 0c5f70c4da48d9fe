package org.lethe.privacy.seal;

import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.jwt.JwkSetConverter;
import com.google.crypto.tink.jwt.JwtPublicKeyVerify;
import com.google.crypto.tink.jwt.JwtSignatureConfig;
import com.google.crypto.tink.jwt.JwtValidator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;

/** The public keys of what is signed for ever: receipts and heads of the ledger. */
public final class PublicKeys {

    private final JwtPublicKeyVerify verifier;

    private PublicKeys(KeysetHandle publicKeys) throws GeneralSecurityException {
        this.verifier =
                publicKeys.getPrimitive(RegistryConfiguration.get(), JwtPublicKeyVerify.class);
    }

    public static PublicKeys of(KeysetHandle publicKeys) throws GeneralSecurityException {
        JwtSignatureConfig.register();
        return new PublicKeys(publicKeys);
    }

    /** Reads a JSON Web Key Set, as {@code /.well-known/jwks.json} has it. */
    public static PublicKeys of(String jwks) throws GeneralSecurityException {
        JwtSignatureConfig.register();
        try {
            return new PublicKeys(JwkSetConverter.toPublicKeysetHandle(jwks));
        } catch (IOException e) {
            throw new GeneralSecurityException("not a key set", e);
        }
    }

    /**
     * The claims of a compact JWS, as JSON; one that none of the keys verifies or that has another
     * type throws.
     *
     * @param type the {@code typ} header that it must have
     */
    public String claims(String jws, String type) throws GeneralSecurityException {
        JwtValidator validator =
                JwtValidator.newBuilder()
                        .expectTypeHeader(type)
                        // The domain may have been another when it was signed.
                        .ignoreIssuer()
                        .ignoreAudiences()
                        .allowMissingExpiration()
                        .build();
        verifier.verifyAndDecode(jws, validator);
        String payload = jws.substring(jws.indexOf('.') + 1, jws.lastIndexOf('.'));
        return new String(Base64.getUrlDecoder().decode(payload), StandardCharsets.UTF_8);
    }
}
