package org.lethe.gdpr.receipt;

import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.jwt.JwtEcdsaParameters;
import com.google.crypto.tink.jwt.JwtSignatureConfig;
import java.security.GeneralSecurityException;
import java.time.Clock;
import org.lethe.gdpr.checkpoint.CheckpointSigner;
import org.lethe.gdpr.head.HeadSigner;
import org.lethe.gdpr.ledger.Ledger;
import org.lethe.gdpr.processor.TestOpenDsr;

/** Signing keys for tests. */
public final class TestKeys {

    private TestKeys() {}

    public static SigningKeys generate() {
        try {
            JwtSignatureConfig.register();
            return new SigningKeys(
                    KeysetHandle.generateNew(
                            JwtEcdsaParameters.builder()
                                    .setAlgorithm(JwtEcdsaParameters.Algorithm.ES256)
                                    .setKidStrategy(
                                            JwtEcdsaParameters.KidStrategy.BASE64_ENCODED_KEY_ID)
                                    .build(),
                            RegistryConfiguration.get()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static ReceiptSigner signer(SigningKeys keys) {
        return new ReceiptSigner(keys, new TestOpenDsr());
    }

    public static HeadSigner headSigner() {
        return new JwsHeadSigner(signer(generate()));
    }

    public static CheckpointSigner checkpointSigner() {
        return new JwsCheckpointSigner(signer(generate()));
    }

    public static Receipts receipts(Ledger ledger, Clock clock) {
        return new Receipts(signer(generate()), ledger, clock);
    }
}
