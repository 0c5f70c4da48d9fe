package org.lethe.gdpr.ledger;

import java.nio.charset.StandardCharsets;
import org.lethe.contracts.event.LedgerEntry;

/**
 * An entry with its place in the ledger's tree.
 *
 * @param index the record's place in the topic, from 0, and the leaf's in the tree
 * @param record the record as it stands in the topic, whose bytes are what the leaf is the hash of
 */
public record Leaf(long index, String record, LedgerEntry entry) {

    /** What was read as JSON was UTF-8, so the text has each of its bytes. */
    static Leaf of(long index, byte[] record, LedgerEntry entry) {
        return new Leaf(index, new String(record, StandardCharsets.UTF_8), entry);
    }
}
