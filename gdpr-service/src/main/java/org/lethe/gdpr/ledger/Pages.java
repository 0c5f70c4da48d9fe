package org.lethe.gdpr.ledger;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What is longer than a page, on several. */
final class Pages {

    private Pages() {}

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
