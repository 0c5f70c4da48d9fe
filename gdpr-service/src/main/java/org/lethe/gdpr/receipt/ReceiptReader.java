package org.lethe.gdpr.receipt;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.jwt.JwtPublicKeyVerify;
import com.google.crypto.tink.jwt.JwtValidator;
import com.google.crypto.tink.jwt.VerifiedJwt;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.GeneralSecurityException;
import java.util.List;
import org.lethe.contracts.WireFormat;
import org.lethe.contracts.event.Digest;
import org.lethe.contracts.event.SignedReceipt;

/** Verifies receipts and reads what they say. */
@ApplicationScoped
public class ReceiptReader {

    private static final TypeReference<List<Digest>> DIGESTS = new TypeReference<>() {};

    private final JwtPublicKeyVerify keys;
    private final JwtValidator validator =
            JwtValidator.newBuilder()
                    .expectTypeHeader(ReceiptSigner.TYPE)
                    .ignoreIssuer()
                    .ignoreAudiences()
                    .allowMissingExpiration()
                    .build();

    ReceiptReader(SigningKeys keys) {
        try {
            this.keys =
                    keys.keyset()
                            .getPublicKeysetHandle()
                            .getPrimitive(RegistryConfiguration.get(), JwtPublicKeyVerify.class);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the receipt keyset can't verify", e);
        }
    }

    /** Digests of the scopes that a receipt covers. */
    public List<Digest> scopes(SignedReceipt receipt) {
        try {
            VerifiedJwt verified = keys.verifyAndDecode(receipt.jws(), validator);
            return WireFormat.mapper().readValue(verified.getJsonArrayClaim("scopes"), DIGESTS);
        } catch (GeneralSecurityException | JsonProcessingException e) {
            throw new IllegalStateException("a receipt in the ledger that does not verify", e);
        }
    }
}
