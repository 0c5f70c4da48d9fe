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
    private boolean isFollowing = true;

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
        Rereading rereading = rereading(tail);

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
        Rereading rereading = rereading(tail);

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
        rereading(tail).goOn();
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
                        Map.of(),
                        ledger,
                        new Checkpoints(new FakeCheckpointStore(), ledger, 4096, CLOCK));
        ledger.read(tail);
        int before = ledger.tilesRead();

        rereading(tail).goOn();

        assertThat(ledger.tilesRead()).isEqualTo(before);
    }

    @Test
    void readsAllOthersThoughSomeRecordsCannotBeRead() {
        ledger.takeAway(2);
        ledger.change(65 * Tiles.LEAVES + 3);
        LedgerTail tail = tail();
        ledger.read(tail);
        Rereading rereading = rereading(tail);

        goOn(rereading, Rereading.TRIES);
        assertThat(tail.isChanged()).isFalse();
        goOn(rereading, 2);

        assertThat(tail.isChanged()).as("the record behind it is found").isTrue();
    }

    @Test
    void takesForChangedWhatCannotBeReadInTheEndEither() {
        ledger.takeAway(2);
        LedgerTail tail = tail();
        ledger.read(tail);
        Rereading rereading = rereading(tail);

        goOn(rereading, 2 * Rereading.TRIES);
        assertThat(tail.isChanged()).isFalse();
        goOn(rereading, 2);

        assertThat(tail.isChanged()).isTrue();
    }

    @Test
    void takesNothingForChangedThatCanBeReadLater() {
        ledger.takeAway(2);
        LedgerTail tail = tail();
        ledger.read(tail);
        int before = ledger.tilesRead();
        Rereading rereading = rereading(tail);
        goOn(rereading, 2 * Rereading.TRIES);
        ledger.giveBack(2);

        goOn(rereading, 3 * Rereading.TRIES);

        assertThat(ledger.tilesRead() - before).isEqualTo(TILES);
        assertThat(tail.isChanged()).isFalse();
    }

    @Test
    void takesNothingForChangedWhileKafkaIsAway() {
        ledger.takeAway(2);
        LedgerTail tail = tail();
        ledger.read(tail);
        isFollowing = false;

        goOn(rereading(tail), 10 * Rereading.TRIES);

        assertThat(tail.isChanged()).isFalse();
    }

    private Rereading rereading(LedgerTail tail) {
        return new Rereading(tail, ledger, () -> isFollowing);
    }

    private static void goOn(Rereading rereading, int times) {
        for (int i = 0; i < times; i++) {
            rereading.goOn();
        }
    }

    private LedgerTail tail() {
        return new LedgerTail(Map.of(), ledger, new Checkpoints(store, ledger, 1, CLOCK));
    }
}
