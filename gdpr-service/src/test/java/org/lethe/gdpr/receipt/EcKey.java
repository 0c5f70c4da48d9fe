package org.lethe.gdpr.receipt;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.util.Base64;
import org.lethe.contracts.WireFormat;

/** Verifies with the JDK alone, as somebody would who has nothing but the published keys. */
public final class EcKey {

    private EcKey() {}

    public static PublicKey first(String keySet) {
        try {
            JsonNode jwk = WireFormat.mapper().readTree(keySet).path("keys").path(0);
            var parameters = AlgorithmParameters.getInstance("EC");
            parameters.init(new ECGenParameterSpec("secp256r1"));
            var point = new ECPoint(number(jwk, "x"), number(jwk, "y"));
            return KeyFactory.getInstance("EC")
                    .generatePublic(
                            new ECPublicKeySpec(
                                    point, parameters.getParameterSpec(ECParameterSpec.class)));
        } catch (GeneralSecurityException | java.io.IOException e) {
            throw new IllegalStateException(e);
        }
    }

    public static boolean verifies(PublicKey key, String algorithm, byte[] text, byte[] signature) {
        try {
            var verifier = Signature.getInstance(algorithm);
            verifier.initVerify(key);
            verifier.update(text);
            return verifier.verify(signature);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private static BigInteger number(JsonNode jwk, String coordinate) {
        return new BigInteger(1, Base64.getUrlDecoder().decode(jwk.path(coordinate).asText()));
    }
}
