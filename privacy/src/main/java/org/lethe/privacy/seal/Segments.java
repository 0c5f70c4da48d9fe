package org.lethe.privacy.seal;

import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * How a sealed stream is cut: a random name of the stream, then segments that are each sealed for
 * their place in it. A segment opens in this stream only, at this place only, and the last one as
 * the last only, so that none can be left out, moved or brought in.
 *
 * @param count of the segments, at least one
 * @param clearSize of the whole stream
 */
record Segments(long count, long clearSize) {

    /** The random name of a stream, in bytes. */
    static final int NAME = 16;

    /** What seeking costs at most to read, and what a stream holds in memory twice. */
    static final int SEALED = 256 * 1024;

    static final int CLEAR = SEALED - DataKey.OVERHEAD;

    /**
     * @param sealedSize of the whole stream
     * @throws DamagedContentException if no stream is of that size
     */
    static Segments of(long sealedSize) throws DamagedContentException {
        long sealed = sealedSize - NAME;
        long count = Math.ceilDiv(sealed, SEALED);
        long clear = sealed - count * DataKey.OVERHEAD;
        if (sealed < DataKey.OVERHEAD || count > 1 && clear <= (count - 1) * CLEAR) {
            throw new DamagedContentException(new IOException("no stream is of this size"));
        }
        return new Segments(count, clear);
    }

    boolean isLast(long index) {
        return index == count - 1;
    }

    /** Where a segment begins in the sealed stream. */
    long place(long index) {
        return NAME + index * SEALED;
    }

    /** How long it is there. */
    int length(long index) {
        return isLast(index)
                ? Math.toIntExact(clearSize - index * CLEAR) + DataKey.OVERHEAD
                : SEALED;
    }

    /**
     * Binds a segment to its place.
     *
     * @param stream what the stream as a whole is bound to
     */
    static byte[] associatedData(byte[] stream, byte[] name, long index, boolean last) {
        return ByteBuffer.allocate(stream.length + name.length + Long.BYTES + 1)
                .put(stream)
                .put(name)
                .putLong(index)
                .put((byte) (last ? 1 : 0))
                .array();
    }
}
