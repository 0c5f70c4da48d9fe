package org.lethe.gdpr.receipt;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.jwt.JwtInvalidException;
import com.google.crypto.tink.jwt.JwtPublicKeySign;
import com.google.crypto.tink.jwt.RawJwt;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.GeneralSecurityException;
import org.lethe.contracts.WireFormat;
import org.lethe.contracts.event.SignedReceipt;

/** Makes the JWS of a receipt: its fields are the claims, and it never expires. */
@ApplicationScoped
public class ReceiptSigner {

    /** The {@code typ} header, so that no other token is taken for a receipt. */
    static final String TYPE = "lethe-receipt+jwt";

    private static final String ISSUER = "lethe";

    private final JwtPublicKeySign signer;

    ReceiptSigner(SigningKeys keys) {
        try {
            signer =
                    keys.keyset().getPrimitive(RegistryConfiguration.get(), JwtPublicKeySign.class);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the receipt keyset can't sign", e);
        }
    }

    public SignedReceipt sign(Receipt receipt) {
        try {
            return new SignedReceipt(signer.signAndEncode(claims(receipt)));
        } catch (GeneralSecurityException | JsonProcessingException e) {
            throw new IllegalStateException("a receipt that can't be signed", e);
        }
    }

    private static RawJwt claims(Receipt receipt)
            throws JsonProcessingException, JwtInvalidException {
        var json = WireFormat.mapper();
        return RawJwt.newBuilder()
                .setTypeHeader(TYPE)
                .setIssuer(ISSUER)
                .setJwtId(receipt.id().value())
                .setSubject(receipt.request().hex())
                .setAudience(receipt.account().value())
                .setIssuedAt(receipt.completed())
                .withoutExpiration()
                .addStringClaim("received", receipt.received().toString())
                .addStringClaim("effective", receipt.effective().toString())
                .addStringClaim("completed", receipt.completed().toString())
                .addJsonObjectClaim("destroyed", json.writeValueAsString(receipt.destroyed()))
                .addJsonArrayClaim("scopes", json.writeValueAsString(receipt.scopes()))
                .addJsonObjectClaim("acknowledged", json.writeValueAsString(receipt.acknowledged()))
                .addJsonArrayClaim("unanswered", json.writeValueAsString(receipt.unanswered()))
                .addJsonArrayClaim("statements", json.writeValueAsString(Receipt.STATEMENTS))
                .build();
    }
}
