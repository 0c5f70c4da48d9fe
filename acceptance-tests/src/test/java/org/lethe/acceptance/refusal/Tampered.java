package org.lethe.acceptance.refusal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.lethe.acceptance.client.Json;

/** What somebody makes of a valid token who does not have the key. */
final class Tampered {
    private Tampered() {}

    static List<String> of(String token) {
        String[] parts = token.split("\\.", -1);
        return List.of(
                String.join(".", parts[0], parts[1], changed(parts[2])),
                String.join(".", parts[0], longer(parts[1]), parts[2]),
                String.join(".", unsigned(parts[0]), longer(parts[1]), ""));
    }

    /** Another signature of the same length. */
    private static String changed(String signature) {
        int middle = signature.length() / 2;
        char other = signature.charAt(middle) == 'A' ? 'B' : 'A';
        return signature.substring(0, middle) + other + signature.substring(middle + 1);
    }

    /** The same claims, valid for a day more. */
    private static String longer(String claims) {
        ObjectNode tree = decoded(claims);
        return encoded(tree.put("exp", tree.path("exp").asLong() + 86_400));
    }

    private static String unsigned(String header) {
        return encoded(decoded(header).put("alg", "none"));
    }

    private static ObjectNode decoded(String part) {
        byte[] json = Base64.getUrlDecoder().decode(part);
        return (ObjectNode) Json.parse(new String(json, StandardCharsets.UTF_8));
    }

    private static String encoded(ObjectNode tree) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(tree.toString().getBytes(StandardCharsets.UTF_8));
    }
}
