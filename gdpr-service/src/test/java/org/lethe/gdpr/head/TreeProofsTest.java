package org.lethe.gdpr.head;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lethe.gdpr.subject.Ids.ACME;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.contracts.event.Digest;
import org.lethe.contracts.event.LedgerFact.ScopesDestroyed;
import org.lethe.contracts.tree.MerkleTree;
import org.lethe.contracts.tree.TreeHash;
import org.lethe.gdpr.ledger.FakeLedger;
import org.lethe.gdpr.ledger.Leaf;
import org.lethe.runtime.problem.Refusal;

/** What is proved of a ledger of more than a tile, and what is refused. */
class TreeProofsTest {

    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
    private static final int SIZE = 300;

    private final FakeLedger ledger = new FakeLedger();
    private final TreeProofs proofs = new TreeProofs(ledger);

    @BeforeEach
    void grow() {
        for (int i = 0; i < SIZE; i++) {
            ledger.append(ACME, new ScopesDestroyed(NOW, NOW, Map.of()));
        }
    }

    @Test
    void provesWhatIsThere() {
        MerkleTree tree = ledger.tree(0);
        Leaf leaf = ledger.leaves(ACME, 6, 1).getFirst();
        byte[] record = leaf.record().getBytes(StandardCharsets.UTF_8);
        Digest root = tree.root();

        assertThat(proofs.inclusion(6, SIZE).proves(TreeHash.leaf(record), root)).isTrue();
        assertThat(proofs.consistency(7, SIZE).proves(tree.root(7), root)).isTrue();
    }

    @Test
    void refusesWhatIsNotThere() {
        refuses(ErrorCode.NOT_FOUND, () -> proofs.inclusion(SIZE, SIZE));
        refuses(ErrorCode.NOT_FOUND, () -> proofs.inclusion(0, SIZE + 1));
        refuses(ErrorCode.NOT_FOUND, () -> proofs.consistency(0, SIZE + 1));
        refuses(ErrorCode.NOT_FOUND, () -> proofs.consistency(2, 1));
    }

    @Test
    void saysThatARecordIsNoLongerWhatItWas() {
        ledger.change(100);

        refuses(ErrorCode.LEDGER_CHANGED, () -> proofs.inclusion(6, SIZE));
        refuses(ErrorCode.LEDGER_CHANGED, () -> proofs.consistency(7, SIZE));
        assertThat(proofs.inclusion(SIZE - 1, SIZE).path()).isNotEmpty();
    }

    private static void refuses(ErrorCode code, ThrowingCallable question) {
        assertThatThrownBy(question)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
