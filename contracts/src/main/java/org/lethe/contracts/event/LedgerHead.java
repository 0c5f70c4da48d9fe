package org.lethe.contracts.event;

/**
 * How many records the ledger had at a time, and the root of the Merkle tree over them, signed.
 * What it says stands in the signed text alone, so that nothing beside it can say something else.
 */
public record LedgerHead(SignedHead signed) implements Event {

    @Override
    public String subject() {
        return "ledger";
    }
}
