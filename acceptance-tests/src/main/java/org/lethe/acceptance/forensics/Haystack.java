package org.lethe.acceptance.forensics;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPInputStream;

/**
 * Searches a stream of bytes for many needles in one pass, whatever its length, and inside every
 * gzip member that it meets on the way.
 */
final class Haystack {
    private static final int CHUNK = 4 << 20;
    private static final int GZIP_LIMIT = 4 << 20;

    private final List<List<Needle>> byPrefix = new ArrayList<>();
    private final short[] slots = new short[1 << 16];
    private final int longest;

    Haystack(List<Needle> needles) {
        byPrefix.add(List.of());
        int length = 2;
        for (Needle needle : needles) {
            length = Math.max(length, needle.bytes().length);
            int prefix = prefix(needle.bytes(), 0);
            if (slots[prefix] == 0) {
                slots[prefix] = (short) byPrefix.size();
                byPrefix.add(new ArrayList<>());
            }
            byPrefix.get(slots[prefix]).add(needle);
        }
        longest = length;
    }

    /** The needles that the stream holds, each once. */
    Set<Needle> search(InputStream stream) throws IOException {
        Set<Needle> found = new LinkedHashSet<>();
        search(stream, found, true);
        return found;
    }

    private void search(InputStream stream, Set<Needle> found, boolean inflate) throws IOException {
        byte[] window = new byte[CHUNK + longest];
        int kept = 0;
        while (true) {
            int read = stream.readNBytes(window, kept, CHUNK);
            int filled = kept + read;
            boolean last = read < CHUNK;
            int end = last ? filled - 1 : filled - longest;
            scan(window, end, filled, found, inflate);
            if (last) {
                return;
            }
            kept = filled - Math.max(end, 0);
            System.arraycopy(window, filled - kept, window, 0, kept);
        }
    }

    private void scan(byte[] window, int end, int filled, Set<Needle> found, boolean inflate) {
        for (int at = 0; at < end; at++) {
            int slot = slots[prefix(window, at)];
            if (slot != 0) {
                for (Needle needle : byPrefix.get(slot)) {
                    if (matches(needle.bytes(), window, at, filled)) {
                        found.add(needle);
                    }
                }
            }
            if (inflate
                    && window[at] == 0x1f
                    && window[at + 1] == (byte) 0x8b
                    && at + 2 < filled
                    && window[at + 2] == 8) {
                inflate(window, at, filled, found);
            }
        }
    }

    private void inflate(byte[] window, int at, int filled, Set<Needle> found) {
        try (GZIPInputStream member =
                new GZIPInputStream(new ByteArrayInputStream(window, at, filled - at))) {
            search(new ByteArrayInputStream(readWhatInflates(member)), found, false);
        } catch (IOException e) {
            // three bytes that only look like a gzip header
        }
    }

    private static byte[] readWhatInflates(InputStream member) {
        byte[] clear = new byte[GZIP_LIMIT];
        int length = 0;
        try {
            for (int read;
                    length < clear.length
                            && (read = member.read(clear, length, clear.length - length)) > 0; ) {
                length += read;
            }
        } catch (IOException e) {
            // a cut member still shows what came before the cut
        }
        return java.util.Arrays.copyOf(clear, length);
    }

    private static boolean matches(byte[] needle, byte[] window, int at, int filled) {
        if (at + needle.length > filled) {
            return false;
        }
        for (int i = 0; i < needle.length; i++) {
            if (window[at + i] != needle[i]) {
                return false;
            }
        }
        return true;
    }

    private static int prefix(byte[] bytes, int at) {
        return (bytes[at] & 0xff) << 8 | bytes[at + 1] & 0xff;
    }
}
