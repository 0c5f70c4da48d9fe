package org.lethe.gdpr.processor;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.interfaces.RSAKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lethe.privacy.seal.SuiteSecrets;

/** Private keys in PEM, as OpenSSL and certificate authorities' clients write them: PKCS #8. */
final class PrivateKeys {

    static final String RSA = "RSA";

    private static final Pattern PEM =
            Pattern.compile(
                    "-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END PRIVATE KEY-----");
    private static final Set<String> ALGORITHMS = Set.of(RSA, "EC");
    private static final int LEAST_RSA_BITS = 2048;

    private PrivateKeys() {}

    /**
     * Reads a key.
     *
     * @param algorithm of the certificate
     */
    static PrivateKey read(String pem, String algorithm) {
        if (!ALGORITHMS.contains(algorithm)) {
            throw new IllegalArgumentException(
                    SuiteSecrets.OPENDSR_CERTIFICATE + " must be for a key of RSA or ECDSA");
        }
        Matcher found = PEM.matcher(pem);
        if (!found.find()) {
            throw unreadable();
        }
        byte[] encoded = {};
        try {
            encoded = Base64.getMimeDecoder().decode(found.group(1));
            PrivateKey key =
                    KeyFactory.getInstance(algorithm)
                            .generatePrivate(new PKCS8EncodedKeySpec(encoded));
            if (key instanceof RSAKey rsa && rsa.getModulus().bitLength() < LEAST_RSA_BITS) {
                throw new IllegalArgumentException(
                        SuiteSecrets.OPENDSR_KEY + " must have 2048 bits at least");
            }
            return key;
        } catch (GeneralSecurityException _) {
            // The cause would quote the key's bytes.
            throw unreadable();
        } finally {
            Arrays.fill(encoded, (byte) 0);
        }
    }

    private static IllegalArgumentException unreadable() {
        return new IllegalArgumentException(
                SuiteSecrets.OPENDSR_KEY
                        + " is no key of the certificate's kind in PKCS #8 (openssl pkcs8 -topk8 -nocrypt)");
    }
}
