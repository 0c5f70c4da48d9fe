package org.lethe.gdpr.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.lethe.contracts.event.LedgerEntry;
import org.lethe.contracts.event.LedgerFact;
import org.lethe.contracts.event.LedgerFact.ScopesDestroyed;
import org.lethe.contracts.event.LedgerFact.SubjectErased;
import org.lethe.contracts.event.LedgerFact.SubjectInformed;
import org.lethe.contracts.event.SignedReceipt;
import org.lethe.contracts.id.AccountId;
import org.lethe.gdpr.request.RequestId;

/** What every ledger does; the fake and the one on Kafka pass it. */
abstract class LedgerContract {

    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

    private final AccountId account = new AccountId("a" + UUID.randomUUID());
    private final AccountId other = new AccountId("b" + UUID.randomUUID());
    private final RequestId request = new RequestId(UUID.randomUUID().toString());

    protected abstract Ledger ledger();

    @Test
    void bindsEachEntryToTheOneBefore() {
        LedgerEntry first = ledger().append(account, counted());
        LedgerEntry second = ledger().append(account, counted());

        assertThat(first.number()).isEqualTo(1);
        assertThat(second.number()).isEqualTo(2);
        assertThat(second.previous()).isEqualTo(Ledger.digest(first));
        assertThat(ledger().append(other, counted()).number()).isEqualTo(1);
    }

    @Test
    void entersARequestOnce() {
        LedgerEntry first = ledger().append(account, informed());

        assertThat(ledger().append(account, erased())).isEqualTo(first);
        assertThat(ledger().entries(account, 0, 100)).containsExactly(first);
    }

    @Test
    void findsARequestForItsAccountAlone() {
        LedgerEntry entry = ledger().append(account, informed());

        assertThat(ledger().ofRequest(account, request.digest(account))).contains(entry);
        assertThat(ledger().ofRequest(other, request.digest(account))).isEmpty();
        assertThat(ledger().ofRequest(account, request.digest(other))).isEmpty();
    }

    @Test
    void findsWhatAReceiptIsOf() {
        assertThat(ledger().ofReceipt(request.receipt(account))).isEmpty();

        LedgerEntry entry = ledger().append(account, erased());

        assertThat(ledger().ofReceipt(request.receipt(account))).contains(entry);
    }

    @Test
    void givesEntriesInTheirOrderAPageAtATime() {
        LedgerEntry first = ledger().append(account, counted());
        LedgerEntry second = ledger().append(account, informed());
        LedgerEntry third = ledger().append(account, counted());

        assertThat(ledger().entries(account, 0, 2)).containsExactly(first, second);
        assertThat(ledger().entries(account, 2, 2)).containsExactly(third);
        assertThat(ledger().entries(account, 3, 2)).isEmpty();
        assertThat(ledger().entries(other, 0, 2)).isEmpty();
    }

    private static LedgerFact counted() {
        return new ScopesDestroyed(NOW, NOW, Map.of());
    }

    private LedgerFact informed() {
        return new SubjectInformed(request.digest(account), NOW, NOW, Map.of());
    }

    private LedgerFact erased() {
        return new SubjectErased(
                request.digest(account),
                request.receipt(account),
                NOW,
                NOW,
                NOW,
                Map.of(),
                new SignedReceipt("a.b.c"));
    }
}
