package org.lethe.gdpr.receipt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lethe.gdpr.subject.Ids.ACME;
import static org.lethe.gdpr.subject.Ids.GLOBEX;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lethe.contracts.event.LedgerFact.SubjectErased;
import org.lethe.contracts.event.SignedReceipt;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.ReceiptId;
import org.lethe.contracts.tree.InclusionProof;
import org.lethe.contracts.tree.TreeHash;
import org.lethe.contracts.tree.TreeHead;
import org.lethe.gdpr.head.FakeHeadLog;
import org.lethe.gdpr.head.HeadSigner;
import org.lethe.gdpr.head.TreeHeads;
import org.lethe.gdpr.head.TreeProofs;
import org.lethe.gdpr.ledger.FakeLedger;
import org.lethe.gdpr.request.RequestId;
import org.lethe.runtime.fixture.TestClock;

/** What is given with a receipt is enough to find it in the signed tree. */
class PositionTest {

    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

    private final FakeLedger ledger = new FakeLedger();
    private final HeadSigner signer = TestKeys.headSigner();
    private final TreeHeads heads =
            new TreeHeads(
                    ledger,
                    new FakeHeadLog(signer),
                    signer,
                    Duration.ofMinutes(1),
                    new TestClock());

    @Test
    void provesTheRecordOfTheReceipt() {
        enter("8c1a0b5e-0000-4000-8000-000000000001", GLOBEX);
        ReceiptId receipt = enter("8c1a0b5e-0000-4000-8000-000000000002", ACME);
        enter("8c1a0b5e-0000-4000-8000-000000000003", GLOBEX);

        Position position =
                Position.of(ledger.leafOf(receipt).orElseThrow(), heads, new TreeProofs(ledger));

        TreeHead head = signer.read(position.head()).orElseThrow();
        byte[] record = position.record().getBytes(StandardCharsets.UTF_8);
        assertThat(position.index()).isEqualTo(1);
        assertThat(position.size()).isEqualTo(head.size()).isEqualTo(3);
        assertThat(
                        new InclusionProof(position.index(), position.size(), position.path())
                                .proves(TreeHash.leaf(record), head.root()))
                .isTrue();
        assertThat(position.record()).contains(receipt.value()).doesNotContain(GLOBEX.value());
    }

    private ReceiptId enter(String id, AccountId account) {
        var request = new RequestId(id);
        ledger.append(
                account,
                new SubjectErased(
                        request.digest(account),
                        request.receipt(account),
                        NOW,
                        NOW,
                        NOW,
                        Map.of(),
                        new SignedReceipt("a.b.c")));
        return request.receipt(account);
    }
}
