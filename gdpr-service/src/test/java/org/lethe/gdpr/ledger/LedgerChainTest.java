package org.lethe.gdpr.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lethe.gdpr.subject.Ids.ACME;
import static org.lethe.gdpr.subject.Ids.GLOBEX;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lethe.contracts.event.DestroyReason;
import org.lethe.contracts.event.Digest;
import org.lethe.contracts.event.EventCodec;
import org.lethe.contracts.event.EventType;
import org.lethe.contracts.event.LedgerEntry;
import org.lethe.contracts.event.LedgerFact.ScopesDestroyed;
import org.lethe.contracts.event.LedgerFact.SubjectInformed;
import org.lethe.contracts.id.ScopeKind;
import org.lethe.gdpr.checkpoint.FakeCheckpointStore;

class LedgerChainTest {

    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

    private final LedgerChain chain = new LedgerChain();

    @Test
    void bindsEachEntryToTheOneBefore() {
        LedgerEntry first = chain.next(ACME, counted(1));
        chain.accept(first, 0);

        LedgerEntry second = chain.next(ACME, counted(2));

        assertThat(first.number()).isEqualTo(1);
        assertThat(first.previous().hex()).matches("0{64}");
        assertThat(second.number()).isEqualTo(2);
        assertThat(second.previous()).isEqualTo(first.digest());
    }

    @Test
    void keepsAChainForEachAccount() {
        chain.accept(chain.next(ACME, counted(1)), 0);

        assertThat(chain.next(GLOBEX, counted(1)).number()).isEqualTo(1);
    }

    @Test
    void takesTheFirstOfTwoWritersAndNotTheSecond() {
        LedgerEntry one = chain.next(ACME, counted(1));
        LedgerEntry other = chain.next(ACME, counted(2));

        assertThat(chain.accept(one, 10)).isTrue();
        assertThat(chain.accept(other, 11)).isFalse();
        assertThat(chain.accept(chain.next(ACME, other.fact()), 12)).isTrue();
        assertThat(chain.offsets(ACME, 0, 10).read(new FakeCheckpointStore()))
                .containsExactly(10L, 12L);
    }

    @Test
    void takesNoSecondEntryForARequest() {
        var fact = new SubjectInformed(Digest.ofText("request"), NOW, NOW, Map.of());
        chain.accept(chain.next(ACME, fact), 0);

        assertThat(chain.accept(chain.next(ACME, fact), 1)).isFalse();
    }

    @Test
    void doesNotTakeAnEntryThatWasChanged() {
        LedgerEntry first = chain.next(ACME, counted(1));
        chain.accept(first, 0);
        LedgerEntry forged = new LedgerEntry(ACME, 2, counted(2), Digest.ofText("another"));

        assertThat(chain.accept(forged, 1)).isFalse();
    }

    @Test
    void digestsWhatIsReadAsWhatWasWritten() {
        LedgerEntry entry =
                chain.next(
                        ACME,
                        new ScopesDestroyed(
                                NOW,
                                NOW,
                                Map.of(
                                        ScopeKind.LETTER,
                                        Map.of(
                                                DestroyReason.DISPATCHED, 3,
                                                DestroyReason.DEADLINE, 1),
                                        ScopeKind.CHAT,
                                        Map.of(DestroyReason.ENDED, 3))));

        var read = (LedgerEntry) EventCodec.event(EventType.LEDGER_ENTRY, EventCodec.data(entry));

        assertThat(read.digest()).isEqualTo(entry.digest());
        assertThat(read).isEqualTo(entry);
    }

    private static ScopesDestroyed counted(int visits) {
        return new ScopesDestroyed(
                NOW, NOW, Map.of(ScopeKind.VISIT, Map.of(DestroyReason.LEFT, visits)));
    }
}
