package org.lethe.gdpr.receipt;

import com.google.crypto.tink.Configuration;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.jwt.JwtPublicKeySign;
import com.google.crypto.tink.jwt.RawJwt;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.GeneralSecurityException;
import org.lethe.contracts.event.SignedReceipt;
import org.lethe.gdpr.processor.OpenDsrSettings;
import org.lethe.privacy.seal.PublicKeys;

/**
 * Signs the claims of receipts with the primary receipt key, and reads what was signed. A receipt
 * never expires; its {@code typ} header says which kind it is, so that none is taken for another.
 */
@ApplicationScoped
class ReceiptSigner {

    private final JwtPublicKeySign signer;
    private final PublicKeys keys;
    private final String issuer;

    ReceiptSigner(SigningKeys keys, OpenDsrSettings settings) {
        this.issuer = settings.domain();
        try {
            Configuration tink = RegistryConfiguration.get();
            this.signer = keys.keyset().getPrimitive(tink, JwtPublicKeySign.class);
            this.keys = PublicKeys.of(keys.keyset().getPublicKeysetHandle());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the receipt keyset can't sign or verify", e);
        }
    }

    /** The beginning of the claims of a receipt of this type. */
    static RawJwt.Builder claims(String type) {
        return RawJwt.newBuilder().setTypeHeader(type).withoutExpiration();
    }

    /** As issued by the processor's domain. */
    SignedReceipt sign(RawJwt.Builder claims) throws GeneralSecurityException {
        return new SignedReceipt(signer.signAndEncode(claims.setIssuer(issuer).build()));
    }

    /** The claims of what was signed, as JSON; what is not of this type or not ours throws. */
    String verify(String jws, String type) throws GeneralSecurityException {
        return keys.claims(jws, type);
    }
}
