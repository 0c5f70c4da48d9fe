package org.lethe.contracts.event;

/**
 * What the first records of the ledger came to, signed, so that who reads it begins behind them.
 * What it says stands in the signed text alone, and names pages that stand before it in its topic.
 */
public record LedgerCheckpoint(SignedCheckpoint signed) implements Event {

    @Override
    public String subject() {
        return "ledger";
    }
}
