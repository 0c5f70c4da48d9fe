package org.lethe.gdpr.checkpoint;

import java.util.Optional;
import org.lethe.contracts.event.SignedCheckpoint;

/** Signs checkpoints with the key of receipts, and reads what was signed. */
public interface CheckpointSigner {

    SignedCheckpoint sign(Checkpoint checkpoint);

    /** What a signed checkpoint says; empty if none of our keys did, or another form. */
    Optional<Checkpoint> read(SignedCheckpoint signed);
}
