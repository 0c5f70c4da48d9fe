package org.lethe.bench.store;

import java.util.Map;
import java.util.TreeMap;

/**
 * What looks into the store made it do: no cost of the suite, but as much as that where one waits
 * for keys to go. Sizes are those of its protocol, to some bytes.
 */
final class Looks {

    private static final int FRAME = "$\r\n\r\n".length();
    private static final int NOTHING = "_\r\n".length();

    private final Map<String, Long> calls = new TreeMap<>();
    private long bytesIn;
    private long bytesOut;

    /** A command is sent, by its name in small letters. */
    synchronized void call(String command) {
        calls.merge(command, 1L, Long::sum);
        sent(command);
    }

    /** A word of a command, in characters of a byte each. */
    synchronized void sent(String word) {
        bytesIn += size(word);
    }

    /** A part of its answer. */
    synchronized void received(String value) {
        bytesOut += size(value);
    }

    /** That there is none. */
    synchronized void receivedNothing() {
        bytesOut += NOTHING;
    }

    /** All without these; their time is told by their share in the calls of the same command. */
    synchronized Counts outOf(Counts all) {
        var micros = new TreeMap<String, Long>();
        calls.forEach((command, looks) -> {
            long every = all.calls().getOrDefault(command, 0L);
            long time = all.micros().getOrDefault(command, 0L);
            micros.put(command, every == 0 ? 0 : Math.round((double) time * looks / every));
        });
        return all.minus(new Counts(calls, micros, bytesIn, bytesOut), 1);
    }

    private static int size(String bulk) {
        return FRAME + Integer.toString(bulk.length()).length() + bulk.length();
    }
}
