package org.lethe.contracts.event;

/**
 * A part of what checkpoints of the ledger name by place and digest. It means nothing by itself.
 */
public record LedgerPage(PageContent content) implements Event {

    @Override
    public String subject() {
        return "ledger";
    }
}
