package org.lethe.acceptance.forensics;

import java.io.ByteArrayOutputStream;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Inflates a gzip member (RFC 1952) whose bytes come piece by piece, and searches what comes out. A
 * member that is cut still shows what came before the cut.
 */
final class GzipMember implements AutoCloseable {
    /** How many bytes show that a member may begin. */
    static final int MAGIC = 3;

    /** The first of them. */
    static final int SIGN = 0x1f;

    private static final int FIXED = 10;
    private static final int EXTRA = 4;
    private static final int NAME = 8;
    private static final int COMMENT = 16;
    private static final int CHECKSUM = 2;
    private static final int LONGEST_HEADER = 1 << 12;

    private final HaystackPass content;
    private final Inflater inflater = new Inflater(true);
    private final byte[] clear = new byte[1 << 14];
    private ByteArrayOutputStream header = new ByteArrayOutputStream();
    private boolean inBody;

    GzipMember(HaystackPass content) {
        this.content = content;
    }

    static boolean startsAt(byte[] window, int at, int filled) {
        return at + MAGIC <= filled
                && window[at] == SIGN
                && window[at + 1] == (byte) 0x8b
                && window[at + 2] == 8;
    }

    /**
     * @return false when the member has ended, or was none; it wants no more then
     */
    boolean take(byte[] bytes, int from, int length) {
        boolean more = inBody ? inflate(bytes, from, length) : readHeader(bytes, from, length);
        if (!more) {
            close();
        }
        return more;
    }

    private boolean readHeader(byte[] bytes, int from, int length) {
        int before = header.size();
        int taken = Math.min(length, LONGEST_HEADER - before);
        header.write(bytes, from, taken);
        int end = headerEnd(header.toByteArray());
        if (end < 0) {
            return header.size() < LONGEST_HEADER;
        }
        inBody = true;
        header = new ByteArrayOutputStream();
        int used = end - before;
        return inflate(bytes, from + used, length - used);
    }

    /** Where the compressed bytes begin; -1 when the header goes on. */
    private static int headerEnd(byte[] header) {
        if (header.length < FIXED) {
            return -1;
        }
        int flags = header[3];
        int at = FIXED;
        if ((flags & EXTRA) != 0) {
            if (header.length < at + 2) {
                return -1;
            }
            at += 2 + (header[at] & 0xff) + ((header[at + 1] & 0xff) << 8);
        }
        at = (flags & NAME) == 0 ? at : behindZero(header, at);
        at = (flags & COMMENT) == 0 ? at : behindZero(header, at);
        at += (flags & CHECKSUM) == 0 ? 0 : 2;
        return at <= header.length ? at : -1;
    }

    private static int behindZero(byte[] header, int from) {
        for (int at = from; at < header.length; at++) {
            if (header[at] == 0) {
                return at + 1;
            }
        }
        return header.length + 1;
    }

    private boolean inflate(byte[] bytes, int from, int length) {
        inflater.setInput(bytes, from, length);
        try {
            while (true) {
                int inflated = inflater.inflate(clear);
                content.take(clear, 0, inflated);
                if (inflater.finished() || inflater.needsDictionary()) {
                    return false;
                }
                if (inflated == 0 && inflater.needsInput()) {
                    return true;
                }
            }
        } catch (DataFormatException e) {
            // Three bytes that only looked like a member, or one that is damaged from here on.
            return false;
        }
    }

    @Override
    public void close() {
        inflater.end();
        content.close();
    }
}
