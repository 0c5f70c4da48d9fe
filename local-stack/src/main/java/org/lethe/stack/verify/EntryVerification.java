package org.lethe.stack.verify;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.lethe.contracts.event.Decoded;
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

    /** Whether they are in the tree, in its order, and follow on each other from the first. */
    void verify(List<LedgerExport.Entry> entries, TreeHead head) {
        Optional<LedgerEntry> before = Optional.empty();
        long index = -1;
        for (LedgerExport.Entry each : entries) {
            long number = before.map(LedgerEntry::number).orElse(0L);
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
            follow(read.get(), before);
            if (each.proof().index() <= index) {
                find(
                        Finding.Kind.REWRITTEN,
                        "number "
                                + read.get().number()
                                + " stands in the tree before number "
                                + number);
            }
            index = each.proof().index();
            before = read;
        }
    }

    /** Whether the entries begin with all that were kept, each in its place in the tree. */
    void begin(List<LedgerExport.Entry> entries, List<LedgerExport.Entry> kept) {
        int both = Math.min(entries.size(), kept.size());
        for (int i = 0; i < both; i++) {
            if (!isSame(entries.get(i), kept.get(i))) {
                find(
                        Finding.Kind.REWRITTEN,
                        "entry "
                                + (i + 1)
                                + " is not the one that was kept (leaf "
                                + kept.get(i).proof().index()
                                + "), or is another account's");
                return;
            }
        }
        if (entries.size() < kept.size()) {
            find(
                    Finding.Kind.CUT,
                    "the account had "
                            + kept.size()
                            + " entries, and now it has "
                            + entries.size());
        }
    }

    private static boolean isSame(LedgerExport.Entry one, LedgerExport.Entry other) {
        return one.record().equals(other.record()) && one.proof().index() == other.proof().index();
    }

    private void follow(LedgerEntry entry, Optional<LedgerEntry> before) {
        long number = before.map(LedgerEntry::number).orElse(0L);
        if (before.isPresent() && !before.get().account().equals(entry.account())) {
            find(
                    Finding.Kind.CHANGED,
                    "number " + entry.number() + " is of another account than number " + number);
        } else if (entry.number() != number + 1) {
            find(
                    Finding.Kind.MISSING,
                    "number " + entry.number() + " comes after number " + number);
        } else if (!entry.previous()
                .equals(before.map(LedgerEntry::digest).orElse(LedgerEntry.START))) {
            find(
                    Finding.Kind.CHANGED,
                    "number " + entry.number() + " does not follow on number " + number);
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
