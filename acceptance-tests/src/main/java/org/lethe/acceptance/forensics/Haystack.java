package org.lethe.acceptance.forensics;

import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Searches for many needles in one pass, whatever the length of what is searched, and inside every
 * gzip member that it meets on the way.
 *
 * <p>As Wu and Manber do it (A fast algorithm for multi-pattern searching, 1994): of each needle
 * the last bytes are looked at, as many as the shortest has. Four bytes tell how far the next end
 * of a needle is at least, so that most of a memory of gigabytes is jumped over. What needles begin
 * with, such as the zeros of an address in version 6, then costs nothing.
 */
final class Haystack {
    private static final VarHandle FOUR_BYTES =
            MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.nativeOrder());

    private static final VarHandle EIGHT_BYTES =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());

    private static final int SMALLEST = 1 << 12;
    private static final int CHUNK = 1 << 20;
    private static final int BLOCK = Integer.BYTES;
    private static final int FARTHEST = Byte.MAX_VALUE;

    private final List<List<Needle>> byBlock = new ArrayList<>();
    private final short[] slots = new short[1 << 16];
    private final byte[] jumps = new byte[slots.length];
    private final int shortest;
    private final int longest;

    /**
     * @param needles of at least four bytes each
     */
    Haystack(List<Needle> needles) {
        byBlock.add(List.of());
        shortest = needles.stream().mapToInt(Haystack::length).min().orElse(BLOCK);
        longest = needles.stream().mapToInt(Haystack::length).max().orElse(BLOCK);
        if (shortest < BLOCK) {
            throw new IllegalArgumentException("too short to be sought: " + needles);
        }
        Arrays.fill(jumps, (byte) Math.min(FARTHEST, shortest - BLOCK + 1));
        needles.forEach(this::prepare);
    }

    private void prepare(Needle needle) {
        int end = needle.bytes().length;
        for (int jump = 0; jump <= Math.min(FARTHEST, shortest - BLOCK); jump++) {
            int block = blockBefore(needle.bytes(), end - jump);
            jumps[block] = (byte) Math.min(jumps[block], jump);
        }
        int last = blockBefore(needle.bytes(), end);
        if (slots[last] == 0) {
            slots[last] = (short) byBlock.size();
            byBlock.add(new ArrayList<>());
        }
        byBlock.get(slots[last]).add(needle);
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
        }
        return found;
    }

    /** As {@link #search(InputStream)}, for what is in memory already. */
    Set<Needle> search(byte[] content) {
        Set<Needle> found = new LinkedHashSet<>();
        try (HaystackPass pass = new HaystackPass(this, found)) {
            pass.take(content, 0, content.length);
        }
        return found;
    }

    /** The length of the longest needle. */
    int longest() {
        return longest;
    }

    /** Adds the needles that end in a window behind a place, and not behind its end. */
    void match(byte[] window, int behind, int filled, Set<Needle> found) {
        int end = Math.max(behind + 1, shortest);
        while (end <= filled) {
            int block = blockBefore(window, end);
            int jump = jumps[block];
            if (jump == 0) {
                for (Needle needle : byBlock.get(slots[block])) {
                    if (endsAt(window, end, needle.bytes())) {
                        found.add(needle);
                    }
                }
                jump = 1;
            } else if (fourBytesBefore(window, end) == 0) {
                end = behindZeros(window, end, filled);
            }
            end += jump;
        }
    }

    /** In a run of zeros what holds for one place holds for all. */
    private static int behindZeros(byte[] window, int from, int filled) {
        int at = from;
        while (at + Long.BYTES <= filled && (long) EIGHT_BYTES.get(window, at) == 0) {
            at += Long.BYTES;
        }
        return at;
    }

    private static boolean endsAt(byte[] window, int end, byte[] needle) {
        int at = end - needle.length;
        return at >= 0 && Arrays.equals(window, at, end, needle, 0, needle.length);
    }

    /** The number of the four bytes before an end, which others may share. */
    private static int blockBefore(byte[] bytes, int end) {
        return fourBytesBefore(bytes, end) * 0x9e3779b1 >>> 16;
    }

    private static int fourBytesBefore(byte[] bytes, int end) {
        return (int) FOUR_BYTES.get(bytes, end - BLOCK);
    }

    private static int length(Needle needle) {
        return needle.bytes().length;
    }
}
