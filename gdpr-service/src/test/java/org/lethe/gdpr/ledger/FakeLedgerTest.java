package org.lethe.gdpr.ledger;

class FakeLedgerTest extends LedgerContract {

    private final FakeLedger ledger = new FakeLedger();

    @Override
    protected Ledger ledger() {
        return ledger;
    }
}
