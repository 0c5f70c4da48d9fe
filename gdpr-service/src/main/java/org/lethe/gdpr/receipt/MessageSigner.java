package org.lethe.gdpr.receipt;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.PublicKeySign;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.jwt.JwtEcdsaPrivateKey;
import com.google.crypto.tink.signature.EcdsaParameters;
import com.google.crypto.tink.signature.EcdsaPrivateKey;
import com.google.crypto.tink.signature.EcdsaPublicKey;
import com.google.crypto.tink.signature.SignatureConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.GeneralSecurityException;
import java.util.Base64;

/**
 * Signs the raw bytes of an OpenDSR message with the primary receipt key: ECDSA over SHA-256 in
 * DER, as the specification wants it. A JWS begins with a base64 header and such a message with a
 * brace, so neither signature can pass for the other.
 */
@ApplicationScoped
public class MessageSigner {

    private final PublicKeySign signer;

    MessageSigner(SigningKeys keys) {
        try {
            SignatureConfig.register();
            signer =
                    plain(keys.keyset())
                            .getPrimitive(RegistryConfiguration.get(), PublicKeySign.class);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the receipt keyset can't sign messages", e);
        }
    }

    /** The value of {@code X-OpenDSR-Signature} for these bytes. */
    public String sign(byte[] message) {
        try {
            return Base64.getEncoder().encodeToString(signer.sign(message));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a message that can't be signed", e);
        }
    }

    @AccessesPartialKey
    private static KeysetHandle plain(KeysetHandle jwtKeys) throws GeneralSecurityException {
        if (!(jwtKeys.getPrimary().getKey() instanceof JwtEcdsaPrivateKey key)) {
            throw new GeneralSecurityException("the receipt keyset's primary key is not ES256");
        }
        EcdsaParameters parameters =
                EcdsaParameters.builder()
                        .setCurveType(EcdsaParameters.CurveType.NIST_P256)
                        .setHashType(EcdsaParameters.HashType.SHA256)
                        .setSignatureEncoding(EcdsaParameters.SignatureEncoding.DER)
                        .setVariant(EcdsaParameters.Variant.NO_PREFIX)
                        .build();
        EcdsaPublicKey publicKey =
                EcdsaPublicKey.builder()
                        .setParameters(parameters)
                        .setPublicPoint(key.getPublicKey().getPublicPoint())
                        .build();
        EcdsaPrivateKey privateKey =
                EcdsaPrivateKey.builder()
                        .setPublicKey(publicKey)
                        .setPrivateValue(key.getPrivateValue())
                        .build();
        return KeysetHandle.newBuilder()
                .addEntry(KeysetHandle.importKey(privateKey).withRandomId().makePrimary())
                .build();
    }
}
