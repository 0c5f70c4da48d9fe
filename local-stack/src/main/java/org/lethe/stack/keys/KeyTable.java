package org.lethe.stack.keys;

import java.io.PrintStream;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.lethe.privacy.seal.KeyDates;
import org.lethe.privacy.seal.KeyFiles;
import org.lethe.privacy.seal.KeyId;
import org.lethe.privacy.seal.KeyIds;
import org.lethe.privacy.seal.KeySet;

/** Shows the keysets: what for, ids, which is the primary, since when; never a key. */
final class KeyTable {

    private static final String UNKNOWN = "-";

    private final KeyFiles files;
    private final KeyDates dates;
    private final PrintStream out;

    KeyTable(KeyFiles files, KeyDates dates, PrintStream out) {
        this.files = files;
        this.dates = dates;
        this.out = out;
    }

    void print() {
        for (KeySet set : KeySet.values()) {
            if (files.has(set)) {
                print(set);
            }
        }
    }

    private void print(KeySet set) {
        out.printf("%s (%s): %s%n", set.code(), String.join(", ", set.files()), purpose(set));
        KeyIds ids = files.ids(set);
        for (KeyId key : ids.all()) {
            out.printf(
                    "  %-10s  %-7s  made %-20s  in use since %s%n",
                    key, role(ids, key), text(dates.made(set, key)), text(dates.inUse(set, key)));
        }
    }

    private static String role(KeyIds ids, KeyId key) {
        if (key.equals(ids.primary())) {
            return "primary";
        }
        return ids.older().contains(key) ? "older" : "waits";
    }

    private static String text(Optional<Instant> date) {
        return date.map(it -> it.truncatedTo(ChronoUnit.SECONDS).toString()).orElse(UNKNOWN);
    }

    private static String purpose(KeySet set) {
        return switch (set) {
            case KEK -> "wraps the keys of all that is sealed";
            case TOKEN -> "signs visitors' tokens";
            case RECEIPT -> "signs receipts and heads of the ledger";
            case INDEX -> "hashes what people are found by";
        };
    }
}
