package org.lethe.privacy.seal;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;

/** Seals a stream segment by segment; stops when its key is destroyed. */
final class SealingStream extends OutputStream {

    private final OutputStream to;
    private final ScopeCipher cipher;
    private final byte[] bound;
    private final byte[] name = Randomness.bytes(Segments.NAME);
    private final byte[] clear = new byte[Segments.CLEAR];
    private int filled;
    private long index;
    private boolean closed;

    /**
     * @param cipher held: its keys go when nobody does any more
     * @param bound what the stream as a whole is bound to
     */
    SealingStream(OutputStream to, ScopeCipher cipher, byte[] bound) throws IOException {
        this.to = to;
        this.cipher = cipher;
        this.bound = bound;
        check();
        to.write(name);
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        check();
        int from = offset;
        int end = offset + length;
        while (from < end) {
            if (filled == clear.length) {
                // Only what follows tells that this one is not the last.
                seal(clear, false);
            }
            int part = Math.min(end - from, clear.length - filled);
            System.arraycopy(bytes, from, clear, filled, part);
            filled += part;
            from += part;
        }
    }

    @Override
    public void flush() throws IOException {
        to.flush();
    }

    @Override
    public void close() throws IOException {
        if (closed) {
            return;
        }
        closed = true;
        byte[] rest = Arrays.copyOf(clear, filled);
        try (to) {
            seal(rest, true);
        } finally {
            Arrays.fill(rest, (byte) 0);
            Arrays.fill(clear, (byte) 0);
        }
    }

    private void seal(byte[] segment, boolean last) throws IOException {
        byte[] place = Segments.associatedData(bound, name, index, last);
        to.write(
                cipher.content()
                        .seal(segment, place)
                        .orElseThrow(CompartmentDestroyedException::new));
        index++;
        filled = 0;
    }

    private void check() throws IOException {
        if (closed) {
            throw new IOException("the stream is closed");
        }
        if (cipher.content().isForgotten()) {
            throw new CompartmentDestroyedException();
        }
    }
}
