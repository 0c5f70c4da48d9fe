package org.lethe.acceptance.forensics;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Searches for many needles in one pass, whatever the length of what is searched, and inside every
 * gzip member that it meets on the way.
 */
final class Haystack {
    private static final int SMALLEST = 1 << 12;
    private static final int CHUNK = 1 << 20;

    private final List<List<Needle>> byPrefix = new ArrayList<>();
    private final short[] slots = new short[1 << 16];
    private final int longest;
    private final int leadingZeros;

    Haystack(List<Needle> needles) {
        byPrefix.add(List.of());
        int length = 2;
        int zeros = 0;
        for (Needle needle : needles) {
            length = Math.max(length, needle.bytes().length);
            zeros = Math.max(zeros, leadingZeros(needle.bytes()));
            int prefix = prefix(needle.bytes(), 0);
            if (slots[prefix] == 0) {
                slots[prefix] = (short) byPrefix.size();
                byPrefix.add(new ArrayList<>());
            }
            byPrefix.get(slots[prefix]).add(needle);
        }
        longest = length;
        leadingZeros = zeros;
    }

    /** The first attack: which needles stand in which part of which place. */
    List<Finding> search(List<? extends Place> places) {
        return Finding.in(
                places,
                (part, content, hits) ->
                        search(content)
                                .forEach(needle ->
                                        hits.add(new Finding.Hit(part, needle.toString()))));
    }

    /** The needles that the stream holds, each once. */
    Set<Needle> search(InputStream stream) throws IOException {
        Set<Needle> found = new LinkedHashSet<>();
        byte[] chunk = new byte[Math.clamp(stream.available() + 1L, SMALLEST, CHUNK)];
        try (HaystackPass pass = new HaystackPass(this, found)) {
            for (int read; (read = stream.readNBytes(chunk, 0, chunk.length)) > 0; ) {
                pass.take(chunk, 0, read);
            }
            pass.finish();
        }
        return found;
    }

    /** As {@link #search(InputStream)}, for what is in memory already. */
    Set<Needle> search(byte[] content) {
        Set<Needle> found = new LinkedHashSet<>();
        try (HaystackPass pass = new HaystackPass(this, found)) {
            pass.take(content, 0, content.length);
            pass.finish();
        }
        return found;
    }

    /** The length of the longest needle. */
    int longest() {
        return longest;
    }

    /**
     * With how many zeros a needle begins at most; more than a window holds, if one is all zeros.
     */
    int leadingZeros() {
        return leadingZeros;
    }

    private static int leadingZeros(byte[] bytes) {
        int at = 0;
        while (at < bytes.length && bytes[at] == 0) {
            at++;
        }
        return at < bytes.length ? at : Integer.MAX_VALUE;
    }

    /** Adds the needles that begin exactly there. */
    void match(byte[] window, int at, int filled, Set<Needle> found) {
        int slot = slots[prefix(window, at)];
        if (slot == 0) {
            return;
        }
        for (Needle needle : byPrefix.get(slot)) {
            if (matches(needle.bytes(), window, at, filled)) {
                found.add(needle);
            }
        }
    }

    private static boolean matches(byte[] needle, byte[] window, int at, int filled) {
        int end = at + needle.length;
        return end <= filled && Arrays.equals(window, at, end, needle, 0, needle.length);
    }

    private static int prefix(byte[] bytes, int at) {
        return (bytes[at] & 0xff) << 8 | bytes[at + 1] & 0xff;
    }
}
