package org.lethe.gdpr.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.tree.Tiles;
import org.lethe.gdpr.checkpoint.FakeCheckpointStore;
import org.lethe.runtime.fixture.TestClock;

/** Many accounts make a state large; it is not written for a few records. */
class CheckpointWorthTest {

    private static final int TILES = 24;
    private static final int WORTH = 10;

    private final LedgerRecords ledger = new LedgerRecords();
    private final TestClock clock = new TestClock();
    private final FakeCheckpointStore store = new FakeCheckpointStore();

    CheckpointWorthTest() {
        for (int i = 0; i < TILES * Tiles.LEAVES; i++) {
            ledger.add(account(i), MixedFacts.fact(i));
        }
    }

    @Test
    void writesNoMoreThanItsShareOfTheLedger() {
        ledger.read(tail(0));
        assertThat(store.checkpoints()).isEqualTo(TILES);
        long each = store.bytes();

        var shared = new FakeCheckpointStore();
        ledger.read(new LedgerTail(Map.of(), ledger, checkpoints(shared, WORTH)));

        assertThat(shared.checkpoints()).isBetween(2L, TILES / 2L);
        assertThat(shared.bytes()).isLessThan(each / 2);
    }

    @Test
    void knowsAfterAStartWhatTheLastOneWas() {
        ledger.read(tail(0));
        long before = store.checkpoints();
        LedgerTail begun = tail(WORTH);
        assertThat(ledger.read(begun)).isZero();

        int size = ledger.size();
        for (int i = 0; i < Tiles.LEAVES; i++) {
            ledger.add(account(i), MixedFacts.fact(size + i));
        }
        ledger.tell(begun, size);

        assertThat(store.checkpoints()).isEqualTo(before);
    }

    private static AccountId account(int number) {
        return new AccountId("account-" + number % 500);
    }

    private LedgerTail tail(int worth) {
        return new LedgerTail(Map.of(), ledger, checkpoints(store, worth));
    }

    private Checkpoints checkpoints(FakeCheckpointStore kept, int worth) {
        return new Checkpoints(kept, ledger, 1, worth, clock);
    }
}
