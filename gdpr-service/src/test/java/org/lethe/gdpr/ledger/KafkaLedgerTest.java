package org.lethe.gdpr.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lethe.gdpr.subject.Ids.ACME;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.contracts.event.LedgerFact.ScopesDestroyed;
import org.lethe.gdpr.checkpoint.FakeCheckpointStore;
import org.lethe.runtime.problem.Refusal;

/** What of it needs no Kafka. */
class KafkaLedgerTest {

    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

    private final LedgerRecords records = new LedgerRecords();
    private final FakeCheckpointStore store = new FakeCheckpointStore();
    private final LedgerTail tail =
            new LedgerTail(
                    Map.of(), records, new Checkpoints(store, records, 1, Clock.systemUTC()));
    private final KafkaLedger ledger =
            new KafkaLedger(
                    tail,
                    new LedgerReader(Map.of(), new Settings()),
                    store,
                    Map.of(),
                    new Settings(),
                    Clock.systemUTC());

    @Test
    void hasNoTreeBeforeItIsReadNorWhenItsRecordsWereChanged() {
        fill(10);
        assertThatThrownBy(() -> ledger.tree(0)).isInstanceOf(Refusal.class);

        records.read(tail);
        assertThat(ledger.tree(10).size()).isEqualTo(10);

        tail.change();
        assertThatThrownBy(() -> ledger.tree(0))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.LEDGER_CHANGED));
    }

    @Test
    void isUnavailableWhereAPageThatSaysWhereEntriesAreWasChanged() {
        fill(3 * PlaceList.BLOCK);
        records.read(tail);
        store.changePages();

        assertThatThrownBy(() -> ledger.leaves(ACME, 0, 10))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.UNAVAILABLE));
    }

    private void fill(int count) {
        for (int i = 0; i < count; i++) {
            records.add(ACME, new ScopesDestroyed(NOW, NOW, Map.of()));
        }
    }

    private static final class Settings implements LedgerSettings {

        @Override
        public Duration patience() {
            return Duration.ZERO;
        }

        @Override
        public Duration headInterval() {
            return Duration.ZERO;
        }

        @Override
        public Duration headCheck() {
            return Duration.ZERO;
        }

        @Override
        public Duration tallyInterval() {
            return Duration.ZERO;
        }
    }
}
