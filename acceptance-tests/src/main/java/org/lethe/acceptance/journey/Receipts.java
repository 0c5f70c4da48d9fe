package org.lethe.acceptance.journey;

import static org.lethe.acceptance.client.UnexpectedAnswer.require;

import com.fasterxml.jackson.databind.JsonNode;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;
import org.lethe.acceptance.client.Gateway;
import org.lethe.acceptance.client.Json;
import org.lethe.acceptance.client.UnexpectedAnswer;

/** Receipts as anyone can check them who has one, or the number of one. */
public record Receipts(Gateway gateway) {
    private static final AlgorithmConstraints ES256 =
            new AlgorithmConstraints(
                    ConstraintType.PERMIT, AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);

    /**
     * Fetches the receipt of a chat that has ended, without a token, and verifies that it is signed
     * and says what the chat's people were told.
     *
     * @param destroyed as it stands in the frame that told the end
     * @return its claims
     */
    public JsonNode ofChat(JsonNode destroyed) {
        String number = destroyed.path("receipt").asText();
        JsonNode answer = gateway.get("/v1/receipts/chats/" + number, null).expect(200).json();
        JsonNode claims = verified(answer.path("jws").asText());
        require(claims.path("jti").asText().equals(number), "a receipt has the number shown");
        JsonNode confirmed = claims.path("destroyed");
        require(
                confirmed.path("messages").equals(destroyed.path("messages"))
                        && confirmed.path("files").equals(destroyed.path("files"))
                        && claims.path("effective").equals(destroyed.path("at")),
                "a receipt says what was told at the end");
        return claims;
    }

    /**
     * A compact JWS (RFC 7515, ES256) against the published key set (RFC 7517).
     *
     * @return its claims
     */
    public JsonNode verified(String receipt) {
        JsonNode keys = gateway.get("/.well-known/jwks.json", null).expect(200).json();
        try {
            var signed = new JsonWebSignature();
            signed.setAlgorithmConstraints(ES256);
            signed.setCompactSerialization(receipt);
            for (JsonWebKey key : new JsonWebKeySet(keys.toString()).getJsonWebKeys()) {
                signed.setKey(key.getKey());
                if (signed.verifySignature()) {
                    return Json.parse(signed.getPayload());
                }
            }
        } catch (JoseException e) {
            throw new UnexpectedAnswer("the receipt is not a compact JWS", e);
        }
        throw new UnexpectedAnswer("no published key verifies the receipt");
    }
}
