package org.lethe.gdpr.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.contracts.event.Digest;
import org.lethe.contracts.event.LedgerEntry;
import org.lethe.contracts.event.LedgerFact;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.ReceiptId;
import org.lethe.runtime.problem.Refusal;

/** A ledger in memory, with the chain of the real one. */
public final class FakeLedger implements Ledger {

    private final LedgerChain chain = new LedgerChain();
    private final List<LedgerEntry> records = new ArrayList<>();
    private boolean away;

    /** As while Kafka is away: nothing can be entered. */
    public void setAway(boolean away) {
        this.away = away;
    }

    @Override
    public LedgerEntry append(AccountId account, LedgerFact fact) {
        if (away) {
            throw new Refusal(ErrorCode.UNAVAILABLE);
        }
        Optional<Long> there = LedgerChain.requestOf(fact).flatMap(chain::offsetOf);
        if (there.isPresent()) {
            return at(there.get());
        }
        LedgerEntry entry = chain.next(account, fact);
        records.add(entry);
        chain.accept(entry, records.size() - 1L);
        return entry;
    }

    @Override
    public Optional<LedgerEntry> ofReceipt(ReceiptId receipt) {
        return chain.offsetOf(receipt).map(this::at);
    }

    @Override
    public Optional<LedgerEntry> ofRequest(AccountId account, Digest request) {
        return chain.offsetOf(request)
                .map(this::at)
                .filter(entry -> entry.account().equals(account));
    }

    @Override
    public List<LedgerEntry> entries(AccountId account, long after, int limit) {
        return chain.offsets(account, after, limit).stream().map(this::at).toList();
    }

    @Override
    public boolean isEntered(LedgerFact fact) {
        return LedgerChain.requestOf(fact).flatMap(chain::offsetOf).isPresent();
    }

    @Override
    public List<LedgerEntry> actions(AccountId account, long after, int limit) {
        return chain.actions(account, after, limit).stream().map(this::at).toList();
    }

    private LedgerEntry at(long offset) {
        return records.get(Math.toIntExact(offset));
    }
}
