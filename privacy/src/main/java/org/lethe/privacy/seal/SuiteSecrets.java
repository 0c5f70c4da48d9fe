package org.lethe.privacy.seal;

import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.Parameters;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.jwt.JwtEcdsaParameters;
import com.google.crypto.tink.prf.PredefinedPrfParameters;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;

/** The secrets that a suite runs on, as files in one folder. */
public final class SuiteSecrets {

    /** Wraps data keys: AES-256-GCM. */
    public static final String KEY_ENCRYPTION = "kek.json";

    /** Signs the tokens of visitors: JWT with ES256, private. */
    public static final String TOKEN_SIGNING = "token-signing.json";

    /** Verifies them: the public half. */
    public static final String TOKEN_VERIFYING = "token-verifying.json";

    /** Signs the receipts of erasures: JWT with ES256, private. */
    public static final String RECEIPT_SIGNING = "receipt-signing.json";

    /** Hashes what data subjects are found by: HMAC-SHA256 as a PRF. */
    public static final String INDEX = "index.json";

    /** The X.509 certificate of the processor's domain, and those above it: PEM, from a CA. */
    public static final String OPENDSR_CERTIFICATE = "opendsr-certificate.pem";

    /** Its key, which signs OpenDSR's messages: PEM, PKCS #8. */
    public static final String OPENDSR_KEY = "opendsr-key.pem";

    private SuiteSecrets() {}

    /**
     * Makes the keysets that are not there yet; what is there is never replaced. A certificate is
     * made by somebody else.
     */
    public static void generate(Path directory) {
        SecretFiles.register();
        try {
            Files.createDirectories(directory);
            generate(directory.resolve(KEY_ENCRYPTION), PredefinedAeadParameters.AES256_GCM);
            generate(directory.resolve(TOKEN_SIGNING), signing());
            generate(directory.resolve(RECEIPT_SIGNING), signing());
            generate(directory.resolve(INDEX), PredefinedPrfParameters.HMAC_SHA256_PRF);
            Path verifying = directory.resolve(TOKEN_VERIFYING);
            if (!Files.exists(verifying)) {
                KeysetHandle tokens = SecretFiles.keyset(directory.resolve(TOKEN_SIGNING));
                SecretFiles.write(verifying, tokens.getPublicKeysetHandle());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the secrets' folder can't be written", e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("keys could not be generated", e);
        }
    }

    private static void generate(Path file, Parameters parameters) throws GeneralSecurityException {
        if (!Files.exists(file)) {
            SecretFiles.write(
                    file, KeysetHandle.generateNew(parameters, RegistryConfiguration.get()));
        }
    }

    // The key's id goes into the token's header, so that keys can be rotated.
    private static Parameters signing() throws GeneralSecurityException {
        return JwtEcdsaParameters.builder()
                .setAlgorithm(JwtEcdsaParameters.Algorithm.ES256)
                .setKidStrategy(JwtEcdsaParameters.KidStrategy.BASE64_ENCODED_KEY_ID)
                .build();
    }
}
