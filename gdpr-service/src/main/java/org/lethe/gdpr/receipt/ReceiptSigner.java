package org.lethe.gdpr.receipt;

import com.google.crypto.tink.Configuration;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.jwt.JwtPublicKeySign;
import com.google.crypto.tink.jwt.JwtPublicKeyVerify;
import com.google.crypto.tink.jwt.JwtValidator;
import com.google.crypto.tink.jwt.RawJwt;
import com.google.crypto.tink.jwt.VerifiedJwt;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.GeneralSecurityException;
import org.lethe.contracts.event.SignedReceipt;

/**
 * Signs the claims of receipts with the primary receipt key, and reads what was signed. A receipt
 * never expires; its {@code typ} header says which kind it is, so that none is taken for another.
 */
@ApplicationScoped
class ReceiptSigner {

    private static final String ISSUER = "lethe";

    private final JwtPublicKeySign signer;
    private final JwtPublicKeyVerify verifier;

    ReceiptSigner(SigningKeys keys) {
        try {
            Configuration tink = RegistryConfiguration.get();
            this.signer = keys.keyset().getPrimitive(tink, JwtPublicKeySign.class);
            this.verifier =
                    keys.keyset()
                            .getPublicKeysetHandle()
                            .getPrimitive(tink, JwtPublicKeyVerify.class);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the receipt keyset can't sign or verify", e);
        }
    }

    /** The beginning of the claims of a receipt of this type. */
    static RawJwt.Builder claims(String type) {
        return RawJwt.newBuilder().setTypeHeader(type).setIssuer(ISSUER).withoutExpiration();
    }

    SignedReceipt sign(RawJwt claims) throws GeneralSecurityException {
        return new SignedReceipt(signer.signAndEncode(claims));
    }

    VerifiedJwt verify(SignedReceipt receipt, String type) throws GeneralSecurityException {
        JwtValidator validator =
                JwtValidator.newBuilder()
                        .expectTypeHeader(type)
                        .ignoreIssuer()
                        .ignoreAudiences()
                        .allowMissingExpiration()
                        .build();
        return verifier.verifyAndDecode(receipt.jws(), validator);
    }
}
