package org.lethe.gdpr.receipt;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.google.crypto.tink.jwt.RawJwt;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.GeneralSecurityException;
import java.util.Optional;
import org.lethe.contracts.WireFormat;
import org.lethe.contracts.event.SignedHead;
import org.lethe.contracts.tree.TreeHead;
import org.lethe.gdpr.head.HeadSigner;

/** Signs heads of the ledger's tree as receipts are signed, under a type of their own. */
@ApplicationScoped
class JwsHeadSigner implements HeadSigner {

    private final ReceiptSigner signer;

    JwsHeadSigner(ReceiptSigner signer) {
        this.signer = signer;
    }

    @Override
    public SignedHead sign(TreeHead head) {
        try {
            RawJwt.Builder claims =
                    ReceiptSigner.claims(TreeHead.TYPE)
                            .setIssuedAt(head.at())
                            .addJsonObjectClaim(
                                    TreeHead.CLAIM, WireFormat.mapper().writeValueAsString(head));
            return new SignedHead(signer.sign(claims).jws());
        } catch (GeneralSecurityException | JsonProcessingException e) {
            throw new IllegalStateException("a head that can't be signed", e);
        }
    }

    @Override
    public Optional<TreeHead> read(SignedHead signed) {
        try {
            return Optional.of(TreeHead.ofClaims(signer.verify(signed.jws(), TreeHead.TYPE)));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
