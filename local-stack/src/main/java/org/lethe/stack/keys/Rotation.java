package org.lethe.stack.keys;

import java.io.PrintStream;
import java.time.Clock;
import java.util.List;
import java.util.function.Predicate;
import org.lethe.privacy.seal.KeyDates;
import org.lethe.privacy.seal.KeyFiles;
import org.lethe.privacy.seal.KeyId;
import org.lethe.privacy.seal.KeyIds;
import org.lethe.privacy.seal.KeySet;

/**
 * Makes a new primary in three steps, each of which is taken once every process has the step
 * before: a key is added, it becomes the primary, it is in use everywhere. So no process ever meets
 * what it can't read. Where it stands is read from the files, and a rotation that was interrupted
 * goes on.
 */
final class Rotation {

    private final KeySet set;
    private final KeyFiles files;
    private final KeyDates dates;
    private final Fleet fleet;
    private final Clock clock;
    private final PrintStream out;

    Rotation(
            KeySet set, KeyFiles files, KeyDates dates, Fleet fleet, Clock clock, PrintStream out) {
        this.set = set;
        this.files = files;
        this.dates = dates;
        this.fleet = fleet;
        this.clock = clock;
        this.out = out;
    }

    /** Goes on as far as it can; what keeps it from its end is thrown. */
    void run() {
        files.publish(set);
        if (state() == State.IN_USE) {
            add();
        }
        if (state() == State.ADDED) {
            KeyId newest = ids().newest();
            if (dates.made(set, newest).isEmpty()) {
                // Just now, or by who was interrupted.
                dates.noteMade(set, newest, clock.instant());
            }
            awaitEveryProcess(reads(newest));
            files.promoteNewest(set);
            say("Key " + newest + " makes what is new from the next start on.");
        }
        KeyId primary = ids().primary();
        awaitEveryProcess(makesBy(set, primary));
        dates.noteInUse(set, primary, clock.instant());
        say("Key " + primary + " is in use everywhere. The older ones stay" + retiring());
    }

    private void add() {
        KeyId added = files.add(set);
        say("Key " + added + " was added to " + set.file() + ". It reads, and makes nothing yet.");
    }

    private String retiring() {
        return set.longest().isPresent() ? " until ./lethe keys retire " + set.code() : ".";
    }

    private State state() {
        KeyIds ids = ids();
        if (!ids.newest().equals(ids.primary())) {
            return State.ADDED;
        }
        boolean isUnderWay =
                dates.made(set, ids.primary()).isPresent()
                        && dates.inUse(set, ids.primary()).isEmpty();
        return isUnderWay ? State.PROMOTED : State.IN_USE;
    }

    private KeyIds ids() {
        return files.ids(set);
    }

    private void awaitEveryProcess(Predicate<ProcessKeys> hasStep) {
        if (!everyProcess(hasStep)) {
            fleet.startAgain();
            if (!everyProcess(hasStep)) {
                throw new KeysRefusedException(
                        "Processes still work with the keys of before: " + names(hasStep));
            }
        }
    }

    private boolean everyProcess(Predicate<ProcessKeys> hasStep) {
        List<ProcessKeys> all = fleet.ask();
        // Where nobody was asked, nothing is known.
        return !all.isEmpty() && all.stream().allMatch(hasStep);
    }

    private String names(Predicate<ProcessKeys> hasStep) {
        return String.join(
                ", ",
                fleet.ask().stream().filter(hasStep.negate()).map(ProcessKeys::name).toList());
    }

    private void say(String line) {
        out.println(line);
    }

    /** What a process has not read yet it reads as it is then. */
    private Predicate<ProcessKeys> reads(KeyId key) {
        return process -> {
            KeyIds read = process.files().get(set.reading());
            return read == null || read.all().contains(key);
        };
    }

    static Predicate<ProcessKeys> makesBy(KeySet set, KeyId key) {
        return process -> {
            KeyIds read = process.files().get(set.file());
            return read == null || read.primary().equals(key);
        };
    }

    /** How far a rotation has come, by the files. */
    private enum State {
        /** The newest key waits until every process reads what it makes. */
        ADDED,
        /** It is the primary, and it is not known that every process makes what is new by it. */
        PROMOTED,
        /** No rotation is under way. */
        IN_USE
    }
}
