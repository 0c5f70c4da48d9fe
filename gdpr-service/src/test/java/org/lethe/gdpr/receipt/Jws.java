package org.lethe.gdpr.receipt;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** A compact JWS, taken apart without the library that made it. */
public record Jws(String header, String payload, String signature) {

    public static Jws parse(String text) {
        int first = text.indexOf('.');
        int last = text.lastIndexOf('.');
        return new Jws(
                text.substring(0, first),
                text.substring(first + 1, last),
                text.substring(last + 1));
    }

    /** The claims as JSON. */
    public String claims() {
        return new String(Base64.getUrlDecoder().decode(payload), StandardCharsets.UTF_8);
    }

    public boolean verifies(String keySet) {
        String signed = header + "." + payload;
        return EcKey.verifies(
                EcKey.first(keySet),
                "SHA256withECDSAinP1363Format",
                signed.getBytes(StandardCharsets.US_ASCII),
                Base64.getUrlDecoder().decode(signature));
    }
}
