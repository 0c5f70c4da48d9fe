package org.lethe.privacy.seal;

import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
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
            var files = new KeyFiles(directory);
            for (KeySet set : KeySet.values()) {
                if (!files.has(set)) {
                    SecretFiles.write(
                            directory.resolve(set.file()),
                            KeysetHandle.generateNew(
                                    set.parameters(), RegistryConfiguration.get()));
                }
                if (!Files.exists(directory.resolve(set.reading()))) {
                    files.publish(set);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the secrets' folder can't be written", e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("keys could not be generated", e);
        }
    }
}
