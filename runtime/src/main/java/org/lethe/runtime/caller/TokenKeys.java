package org.lethe.runtime.caller;

import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.jwt.JwtPublicKeySign;
import com.google.crypto.tink.jwt.JwtPublicKeyVerify;
import java.security.GeneralSecurityException;

/** The keys that visitors' tokens are signed and verified with: ES256, rotated by the keyset. */
final class TokenKeys {

    private TokenKeys() {}

    static JwtPublicKeySign signing(KeysetHandle keyset) {
        return primitive(keyset, JwtPublicKeySign.class);
    }

    static JwtPublicKeyVerify verifying(KeysetHandle keyset) {
        return primitive(keyset, JwtPublicKeyVerify.class);
    }

    private static <P> P primitive(KeysetHandle keyset, Class<P> type) {
        try {
            return keyset.getPrimitive(RegistryConfiguration.get(), type);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("not a keyset for visitors' tokens", e);
        }
    }
}
