package org.lethe.privacy.hygiene;

import java.io.IOException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * Fills a heap with marks, and overwrites what is free of it. Does not look at its memory itself:
 * who reads leaves copies of what was read, in buffers that are not of the heap.
 *
 * <p>Prints the complement of the mark when marks lie in the heap, and a further line when the free
 * heap is overwritten; after each it waits for a byte.
 */
final class MarkedHeap {

    /** More than what happens to be made until the heap is overwritten could cover. */
    static final int MARKS = 400_000;

    /** The process holds no mark but those that it has made. */
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
        tell(HexFormat.of().formatHex(heap.complement));
        living.clear();
        new FreeHeap().overwrite();
        tell("overwritten");
    }

    private static void tell(String line) throws IOException {
        System.out.println(line);
        if (System.in.read() < 0) {
            throw new IOException("nobody looks");
        }
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
}
