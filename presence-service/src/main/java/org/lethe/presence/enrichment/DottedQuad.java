package org.lethe.presence.enrichment;

/**
 * IPv4 addresses written as four numbers, read without making an object of each: a file of networks
 * has hundreds of thousands, and presence-service reads it at each start.
 */
final class DottedQuad {

    /** No address. */
    static final long NONE = -1;

    private static final int PARTS = 4;
    private static final int DIGITS = 3;
    private static final int LARGEST = 255;

    private DottedQuad() {}

    /** The address as an unsigned number, or {@link #NONE} if the text is not plainly one. */
    static long parse(String text, int from, int to) {
        long address = 0;
        int at = from;
        for (int i = 1; i <= PARTS; i++) {
            int end = i < PARTS ? text.indexOf('.', at) : to;
            int part = end > to ? -1 : part(text, at, end);
            if (part < 0) {
                return NONE;
            }
            address = address << Byte.SIZE | part;
            at = end + 1;
        }
        return address;
    }

    /** Without leading zeros, which some take for octal. */
    private static int part(String text, int from, int to) {
        int length = to - from;
        if (length < 1 || length > DIGITS || length > 1 && text.charAt(from) == '0') {
            return -1;
        }
        int part = 0;
        for (int at = from; at < to; at++) {
            int digit = text.charAt(at) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            part = part * 10 + digit;
        }
        return part <= LARGEST ? part : -1;
    }
}
