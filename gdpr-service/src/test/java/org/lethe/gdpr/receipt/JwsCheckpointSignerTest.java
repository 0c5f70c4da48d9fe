package org.lethe.gdpr.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lethe.contracts.event.Digest;
import org.lethe.contracts.event.SignedCheckpoint;
import org.lethe.contracts.tree.TreeHead;
import org.lethe.gdpr.checkpoint.Checkpoint;
import org.lethe.gdpr.checkpoint.PageRef;

class JwsCheckpointSignerTest {

    private static final Checkpoint CHECKPOINT =
            new Checkpoint(
                    10_000_128,
                    Digest.ofText("root"),
                    List.of(
                            new PageRef(0, Long.MIN_VALUE, Long.MAX_VALUE),
                            new PageRef(Integer.MAX_VALUE + 1L, -1, (1L << 53) + 1)));

    private final ReceiptSigner keys = TestKeys.signer(TestKeys.generate());
    private final JwsCheckpointSigner signer = new JwsCheckpointSigner(keys);

    @Test
    void readsWhatItSigned() {
        assertThat(signer.read(signer.sign(CHECKPOINT))).contains(CHECKPOINT);
    }

    @Test
    void doesNotReadAnotherForm() {
        var other = new Checkpoint(Checkpoint.FORM + 1, 256, Digest.ofText("root"), List.of());

        assertThat(signer.read(signer.sign(other))).isEmpty();
    }

    @Test
    void doesNotReadWhatOthersSigned() {
        assertThat(signer.read(TestKeys.checkpointSigner().sign(CHECKPOINT))).isEmpty();
    }

    @Test
    void takesNoHeadForACheckpoint() {
        var head = new TreeHead(3, Digest.ofText("root"), Instant.EPOCH);
        String jws = new JwsHeadSigner(keys).sign(head).jws();

        assertThat(signer.read(new SignedCheckpoint(jws))).isEmpty();
    }
}
