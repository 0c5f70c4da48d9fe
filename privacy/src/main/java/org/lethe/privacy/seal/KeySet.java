package org.lethe.privacy.seal;

import com.google.crypto.tink.Parameters;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.jwt.JwtEcdsaParameters;
import com.google.crypto.tink.prf.PredefinedPrfParameters;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lethe.contracts.WireFormat;
import org.lethe.privacy.retention.RetentionSchedule;

/** The keysets of a suite, and what their rotation has to know. */
public enum KeySet {
    /**
     * Wraps data keys. What it wraps may stay in the store for {@link #longest}, a visit longer.
     */
    KEK(SuiteSecrets.KEY_ENCRYPTION, SuiteSecrets.KEY_ENCRYPTION, RetentionSchedule.LONGEST),

    /** Signs visitors' tokens, which are valid for {@link #longest} at most. */
    TOKEN(SuiteSecrets.TOKEN_SIGNING, SuiteSecrets.TOKEN_VERIFYING, Duration.ofHours(12)),

    /** Signs receipts and heads of the ledger, which are verified for ever. */
    RECEIPT(SuiteSecrets.RECEIPT_SIGNING, SuiteSecrets.RECEIPT_SIGNING, null),

    /**
     * Hashes what data subjects are found by. A visit is indexed for as long as it lasts, and
     * nothing tells of a hash by which key it was made.
     */
    INDEX(SuiteSecrets.INDEX, SuiteSecrets.INDEX, null);

    private final String file;
    private final String reading;
    private final Optional<Duration> longest;

    KeySet(String file, String reading, @Nullable Duration longest) {
        this.file = file;
        this.reading = reading;
        this.longest = Optional.ofNullable(longest);
    }

    /** The file that what is new is made with. */
    public String file() {
        return file;
    }

    /** The file that what was made is read with; the same, but for keys of two halves. */
    public String reading() {
        return reading;
    }

    /** The names of its files. */
    public List<String> files() {
        return file.equals(reading) ? List.of(file) : List.of(file, reading);
    }

    /** How long what an older key has made is read at most; empty if nobody can say. */
    public Optional<Duration> longest() {
        return longest;
    }

    public String code() {
        return WireFormat.name(this);
    }

    /** Of its keys. */
    Parameters parameters() {
        return switch (this) {
            case KEK -> PredefinedAeadParameters.AES256_GCM;
            case TOKEN, RECEIPT -> signing();
            case INDEX -> PredefinedPrfParameters.HMAC_SHA256_PRF;
        };
    }

    // The key's id goes into the token's header, so that keys can be rotated.
    private static Parameters signing() {
        try {
            return JwtEcdsaParameters.builder()
                    .setAlgorithm(JwtEcdsaParameters.Algorithm.ES256)
                    .setKidStrategy(JwtEcdsaParameters.KidStrategy.BASE64_ENCODED_KEY_ID)
                    .build();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Tink has no such signature", e);
        }
    }
}
