package org.lethe.gdpr.ledger;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.lethe.gdpr.checkpoint.CheckpointStore;
import org.lethe.gdpr.checkpoint.PageRef;

/** What is longer than a page, on several. */
final class Pages {

    /** Pages for which a store's patience counts, and which are in memory at once. */
    static final int AT_ONCE = 32;

    private Pages() {}

    /** Reads pages, however many they are, one portion after the other. */
    static void read(List<PageRef> pages, CheckpointStore store, Consumer<byte[]> each) {
        for (int begin = 0; begin < pages.size(); begin += AT_ONCE) {
            int end = Math.min(pages.size(), begin + AT_ONCE);
            store.read(pages.subList(begin, end)).forEach(each);
        }
    }

    /** What was split onto these pages. */
    static byte[] read(List<PageRef> pages, CheckpointStore store) {
        var contents = new ArrayList<byte[]>();
        read(pages, store, contents::add);
        return join(contents);
    }

    /**
     * Pages that come to it one after the other; none for nothing.
     *
     * @param length of each page but the last, in bytes
     */
    static List<byte[]> split(byte[] content, int length) {
        var pages = new ArrayList<byte[]>();
        for (int begin = 0; begin < content.length; begin += length) {
            pages.add(Arrays.copyOfRange(content, begin, Math.min(content.length, begin + length)));
        }
        return pages;
    }

    /** What was split. */
    static byte[] join(List<byte[]> pages) {
        var content = new byte[pages.stream().mapToInt(page -> page.length).sum()];
        int begin = 0;
        for (byte[] page : pages) {
            System.arraycopy(page, 0, content, begin, page.length);
            begin += page.length;
        }
        return content;
    }
}
