package org.lethe.gdpr.receipt;

import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.jwt.JwkSetConverter;
import com.google.crypto.tink.jwt.JwtSignatureConfig;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.security.GeneralSecurityException;
import org.lethe.privacy.seal.SuiteSecrets;
import org.lethe.runtime.store.Secrets;

/**
 * The keyset that receipts are signed with: JWT keys (ES256) of Tink. Rotation adds a key and keeps
 * the old ones for who verifies.
 */
@ApplicationScoped
public class SigningKeys {

    private final KeysetHandle keyset;

    @Inject
    SigningKeys(Secrets secrets) {
        this(secrets.keyset(SuiteSecrets.RECEIPT_SIGNING));
    }

    SigningKeys(KeysetHandle keyset) {
        try {
            JwtSignatureConfig.register();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("JWT signatures can't be used", e);
        }
        this.keyset = keyset;
    }

    KeysetHandle keyset() {
        return keyset;
    }

    /** The public keys as a JSON Web Key Set. */
    public String publicKeys() {
        try {
            return JwkSetConverter.fromPublicKeysetHandle(keyset.getPublicKeysetHandle());
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("the receipt keyset has no public part", e);
        }
    }
}
