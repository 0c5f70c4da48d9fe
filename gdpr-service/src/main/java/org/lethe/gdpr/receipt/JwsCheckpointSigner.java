package org.lethe.gdpr.receipt;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.google.crypto.tink.jwt.RawJwt;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.GeneralSecurityException;
import java.util.Optional;
import org.lethe.contracts.WireFormat;
import org.lethe.contracts.event.SignedCheckpoint;
import org.lethe.gdpr.checkpoint.Checkpoint;
import org.lethe.gdpr.checkpoint.CheckpointSigner;

/** Signs checkpoints of the ledger as receipts are signed, under a type of their own. */
@ApplicationScoped
class JwsCheckpointSigner implements CheckpointSigner {

    private final ReceiptSigner signer;

    JwsCheckpointSigner(ReceiptSigner signer) {
        this.signer = signer;
    }

    @Override
    public SignedCheckpoint sign(Checkpoint checkpoint) {
        try {
            RawJwt.Builder claims =
                    ReceiptSigner.claims(Checkpoint.TYPE)
                            .addJsonObjectClaim(
                                    Checkpoint.CLAIM,
                                    WireFormat.mapper().writeValueAsString(checkpoint));
            return new SignedCheckpoint(signer.sign(claims).jws());
        } catch (GeneralSecurityException | JsonProcessingException e) {
            throw new IllegalStateException("a checkpoint that can't be signed", e);
        }
    }

    @Override
    public Optional<Checkpoint> read(SignedCheckpoint signed) {
        try {
            return Optional.of(Checkpoint.ofClaims(signer.verify(signed.jws(), Checkpoint.TYPE)));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
