package org.lethe.acceptance.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
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

/**
 * Verifies a receipt as anyone can: a compact JWS (RFC 7515, ES256) against the published key set
 * (RFC 7517).
 */
public final class ReceiptCheck {
    private final JsonNode keySet;

    public ReceiptCheck(JsonNode keySet) {
        this.keySet = keySet;
    }

    /** The receipt's claims. @throws UnexpectedAnswer when no published key verifies it */
    public JsonNode verify(String receipt) {
        String[] parts = receipt.split("\\.", -1);
        if (parts.length != 3) {
            throw new UnexpectedAnswer("the receipt is not a compact JWS");
        }
        byte[] signed = (parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII);
        byte[] signature = Base64.getUrlDecoder().decode(parts[2]);
        for (JsonNode key : keySet.path("keys")) {
            if (verifies(key, signed, signature)) {
                return Json.parse(
                        new String(
                                Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8));
            }
        }
        throw new UnexpectedAnswer("no published key verifies the receipt");
    }

    private static boolean verifies(JsonNode key, byte[] signed, byte[] signature) {
        try {
            Signature verifier = Signature.getInstance("SHA256withECDSAinP1363Format");
            verifier.initVerify(publicKey(key));
            verifier.update(signed);
            return verifier.verify(signature);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private static PublicKey publicKey(JsonNode key) throws GeneralSecurityException {
        AlgorithmParameters curve = AlgorithmParameters.getInstance("EC");
        curve.init(new ECGenParameterSpec("secp256r1"));
        ECPoint point = new ECPoint(coordinate(key, "x"), coordinate(key, "y"));
        return KeyFactory.getInstance("EC")
                .generatePublic(
                        new ECPublicKeySpec(point, curve.getParameterSpec(ECParameterSpec.class)));
    }

    private static BigInteger coordinate(JsonNode key, String name) {
        return new BigInteger(1, Base64.getUrlDecoder().decode(key.path(name).asText()));
    }
}
