package org.lethe.gdpr.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lethe.gdpr.subject.Ids.ACME;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lethe.contracts.event.LedgerFact.ScopesDestroyed;
import org.lethe.contracts.tree.Tiles;
import org.lethe.gdpr.checkpoint.FakeCheckpointStore;

class RereadingTest {

    private static final Clock CLOCK = Clock.systemUTC();
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

    /** More than is read again at once. */
    private static final int TILES = 70;

    private final LedgerRecords ledger = new LedgerRecords();
    private final FakeCheckpointStore store = new FakeCheckpointStore();

    @BeforeEach
    void haveACheckpoint() {
        for (int i = 0; i < TILES * Tiles.LEAVES; i++) {
            ledger.add(ACME, new ScopesDestroyed(NOW, NOW, Map.of()));
        }
        ledger.read(tail());
    }

    @Test
    void readsOnceWhatWasNotReadAtTheStart() {
        LedgerTail tail = tail();
        assertThat(ledger.read(tail)).isZero();
        int before = ledger.tilesRead();
        var rereading = new Rereading(tail, ledger);

        rereading.goOn();
        assertThat(ledger.tilesRead() - before).isEqualTo(64);
        rereading.goOn();
        rereading.goOn();

        assertThat(ledger.tilesRead() - before).isEqualTo(TILES);
        assertThat(tail.isChanged()).isFalse();
    }

    @Test
    void findsARecordThatWasChangedWhileNobodyRead() {
        ledger.change(65 * Tiles.LEAVES + 3);
        LedgerTail tail = tail();
        assertThat(ledger.read(tail)).isZero();
        var rereading = new Rereading(tail, ledger);

        rereading.goOn();
        assertThat(tail.isChanged()).isFalse();
        rereading.goOn();

        assertThat(tail.isChanged()).isTrue();
    }

    @Test
    void makesNoCheckpointOfALedgerThatWasChanged() {
        ledger.change(3);
        LedgerTail tail = tail();
        ledger.read(tail);
        long before = store.checkpoints();
        new Rereading(tail, ledger).goOn();
        int size = ledger.size();
        for (int i = 0; i < 3 * Tiles.LEAVES; i++) {
            ledger.add(ACME, new ScopesDestroyed(NOW, NOW, Map.of()));
        }
        ledger.tell(tail, size);

        assertThat(tail.isChanged()).isTrue();
        assertThat(store.checkpoints()).isEqualTo(before);
    }

    @Test
    void readsNothingAgainThatWasRead() {
        LedgerTail tail =
                new LedgerTail(
                        Map.of(), ledger, new Checkpoints(new FakeCheckpointStore(), ledger, 4096, CLOCK));
        ledger.read(tail);
        int before = ledger.tilesRead();

        new Rereading(tail, ledger).goOn();

        assertThat(ledger.tilesRead()).isEqualTo(before);
    }

    private LedgerTail tail() {
        return new LedgerTail(Map.of(), ledger, new Checkpoints(store, ledger, 1, CLOCK));
    }
}
