package org.lethe.stack.keys;

import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import org.lethe.contracts.WireFormat;
import org.lethe.contracts.id.ScopeKind;
import org.lethe.privacy.seal.KeyDates;
import org.lethe.privacy.seal.KeyFiles;
import org.lethe.privacy.seal.KeyIds;
import org.lethe.privacy.seal.KeySet;

/**
 * Removes older keys, once nothing is left that they read: as long as that may be in the store has
 * passed since every process makes what is new by the primary, and what lasts longer, accounts and
 * visits, was counted and is none.
 */
final class Retirement {

    private static final String ACCOUNT = "account";

    private final KeySet set;
    private final KeyFiles files;
    private final KeyDates dates;
    private final Fleet fleet;
    private final Clock clock;
    private final PrintStream out;

    Retirement(
            KeySet set, KeyFiles files, KeyDates dates, Fleet fleet, Clock clock, PrintStream out) {
        this.set = set;
        this.files = files;
        this.dates = dates;
        this.fleet = fleet;
        this.clock = clock;
        this.out = out;
    }

    void run() {
        Duration longest = set.longest().orElseThrow(this::neverRetired);
        files.publish(set);
        KeyIds ids = files.ids(set);
        if (ids.older().isEmpty()) {
            out.println("There is no older key.");
            return;
        }
        if (!ids.newest().equals(ids.primary())) {
            throw new KeysRefusedException(
                    "A rotation is under way: end it by ./lethe keys rotate " + set.code());
        }
        List<ProcessKeys> all = fleet.ask();
        requireInUse(all, ids);
        requireAge(ids, longest);
        if (set == KeySet.KEK) {
            requireNothingOlder(all);
        }
        files.removeOlder(set);
        out.println(
                "Removed from "
                        + set.file()
                        + ": "
                        + ids.older()
                        + ". Processes forget them when"
                        + " they are started again.");
    }

    private KeysRefusedException neverRetired() {
        return new KeysRefusedException(
                set == KeySet.RECEIPT
                        ? "Receipts are verified for ever: an older key stays, so that its public"
                                + " half is published."
                        : "Nothing tells of what stands in the index by which key it was hashed, and"
                                + " a visit stands there as long as its visitor stays.");
    }

    private void requireInUse(List<ProcessKeys> all, KeyIds ids) {
        if (all.isEmpty()) {
            throw new KeysRefusedException(
                    "Nobody was asked what is in use: name each process by --service.");
        }
        List<String> behind =
                all.stream()
                        .filter(Rotation.makesBy(set, ids.primary()).negate())
                        .map(ProcessKeys::name)
                        .toList();
        if (!behind.isEmpty()) {
            throw new KeysRefusedException(
                    "Processes still make what is new by an older key: "
                            + String.join(", ", behind));
        }
    }

    private void requireAge(KeyIds ids, Duration longest) {
        // A rotation by other means has left no date; then it is in use since now at the latest.
        dates.noteInUse(set, ids.primary(), clock.instant());
        Instant end = dates.inUse(set, ids.primary()).orElseThrow().plus(longest);
        if (clock.instant().isBefore(end)) {
            throw new KeysRefusedException(
                    "What the older key has made may be read until "
                            + end.truncatedTo(ChronoUnit.SECONDS)
                            + ": so long after the primary was in use everywhere.");
        }
    }

    private void requireNothingOlder(List<ProcessKeys> all) {
        for (ProcessKeys process : all) {
            if (!process.older().containsKey(ACCOUNT)) {
                throw new KeysRefusedException(process.name() + " has not read the accounts yet.");
            }
        }
        requireNone(all, ACCOUNT);
        Arrays.stream(ScopeKind.values())
                .map(WireFormat::name)
                .forEach(kind -> requireNone(all, kind));
    }

    /** The accounts are counted by each process, scopes by the one whose turn it is. */
    private static void requireNone(List<ProcessKeys> all, String kind) {
        List<Integer> counts =
                all.stream()
                        .filter(process -> process.older().containsKey(kind))
                        .map(process -> process.older().get(kind))
                        .toList();
        if (counts.isEmpty()) {
            throw new KeysRefusedException(
                    "No process has counted yet what is under the older key ("
                            + kind
                            + "); it takes a minute after a start.");
        }
        int most = counts.stream().mapToInt(Integer::intValue).max().orElseThrow();
        if (most > 0) {
            throw new KeysRefusedException(
                    "The older key is needed yet: " + kind + ", " + most + " under it.");
        }
    }
}
