package org.lethe.stack.verify;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.lethe.contracts.event.Decoded;
import org.lethe.contracts.event.Digest;
import org.lethe.contracts.event.EventCodec;
import org.lethe.contracts.event.LedgerEntry;
import org.lethe.contracts.tree.TreeHash;
import org.lethe.contracts.tree.TreeHead;

/** Whether an account's entries are all there, in their order, and in the signed tree. */
final class EntryVerification {

    private final List<Finding> findings;

    EntryVerification(List<Finding> findings) {
        this.findings = findings;
    }

    /** The number of the last entry that could be read; 0 if there is none. */
    long verify(List<LedgerExport.Entry> entries, TreeHead head) {
        long number = 0;
        Digest previous = LedgerEntry.START;
        for (LedgerExport.Entry each : entries) {
            if (!isIn(head, each)) {
                find(
                        Finding.Kind.CHANGED,
                        "the entry after number "
                                + number
                                + " (leaf "
                                + each.proof().index()
                                + ") is not what is in the signed tree: a byte of it was changed");
            }
            Optional<LedgerEntry> read = read(each.record());
            if (read.isEmpty()) {
                find(Finding.Kind.MALFORMED, "the entry after number " + number);
                continue;
            }
            follow(read.get(), number, previous);
            number = read.get().number();
            previous = read.get().digest();
        }
        return number;
    }

    private void follow(LedgerEntry entry, long before, Digest previous) {
        if (entry.number() != before + 1) {
            find(
                    Finding.Kind.MISSING,
                    "number " + entry.number() + " comes after number " + before);
        } else if (!entry.previous().equals(previous)) {
            find(
                    Finding.Kind.CHANGED,
                    "number " + entry.number() + " does not follow on number " + before);
        }
    }

    private static boolean isIn(TreeHead head, LedgerExport.Entry entry) {
        byte[] record = entry.record().getBytes(StandardCharsets.UTF_8);
        return entry.proof().size() == head.size()
                && entry.proof().proves(TreeHash.leaf(record), head.root());
    }

    private static Optional<LedgerEntry> read(String record) {
        return EventCodec.decode(record.getBytes(StandardCharsets.UTF_8))
                                instanceof Decoded.Understood read
                        && read.event().data() instanceof LedgerEntry entry
                ? Optional.of(entry)
                : Optional.empty();
    }

    private void find(Finding.Kind kind, String text) {
        findings.add(new Finding(kind, text));
    }
}
