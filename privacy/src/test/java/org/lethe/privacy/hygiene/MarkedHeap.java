package org.lethe.privacy.hygiene;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;

/**
 * Fills a heap, overwrites what is free of it, and looks at its own process as somebody would who
 * may read its memory. Prints how often a mark was found before and after.
 */
final class MarkedHeap {

    static final Path MAPS = Path.of("/proc/self/maps");
    static final int MARKS = 20_000;
    private static final int BLOCK = 1 << 20;

    /** Sought by its complement: the search must not find itself. */
    private final byte[] complement = new byte[24];

    private MarkedHeap() {
        new SecureRandom().nextBytes(complement);
    }

    public static void main(String[] arguments) throws IOException {
        var heap = new MarkedHeap();
        List<byte[]> living = heap.marks();
        // Some are moved into the old generation and within it, and leave copies behind.
        System.gc();
        living.subList(0, MARKS / 2).clear();
        System.gc();
        int before = heap.found();
        living.clear();
        new FreeHeap().overwrite();
        System.out.println(before + " " + heap.found());
    }

    private List<byte[]> marks() {
        List<byte[]> marks = new ArrayList<>();
        for (int i = 0; i < MARKS; i++) {
            byte[] mark = new byte[complement.length];
            for (int at = 0; at < mark.length; at++) {
                mark[at] = (byte) ~complement[at];
            }
            marks.add(mark);
        }
        return marks;
    }

    private int found() throws IOException {
        int found = 0;
        byte[] block = new byte[BLOCK + complement.length];
        try (var memory = new RandomAccessFile("/proc/self/mem", "r")) {
            for (String line : Files.readAllLines(MAPS)) {
                String[] fields = line.split("\\s+", 6);
                if (fields[1].startsWith("rw") && fields[5].isBlank()) {
                    String[] bounds = fields[0].split("-");
                    long to = Long.parseUnsignedLong(bounds[1], 16);
                    for (long at = Long.parseUnsignedLong(bounds[0], 16); at < to; at += BLOCK) {
                        found += found(memory, at, (int) Math.min(block.length, to - at), block);
                    }
                }
            }
        }
        return found;
    }

    private int found(RandomAccessFile memory, long from, int length, byte[] block) {
        try {
            memory.seek(from);
            memory.readFully(block, 0, length);
        } catch (IOException e) {
            // Guard pages, of which nobody reads anything.
            return 0;
        }
        int found = 0;
        for (int at = 0; at + complement.length <= length; at++) {
            int same = 0;
            while (same < complement.length && block[at + same] == (byte) ~complement[same]) {
                same++;
            }
            found += same == complement.length ? 1 : 0;
        }
        return found;
    }
}
