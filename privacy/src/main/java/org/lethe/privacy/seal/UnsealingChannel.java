package org.lethe.privacy.seal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;
import java.util.Arrays;

/**
 * A sealed stream, read in clear; stops when its key is destroyed. It may be closed while another
 * thread reads: that one finishes first, and what it opened is zeroed.
 */
final class UnsealingChannel implements SeekableByteChannel {

    private static final byte[] NOTHING = new byte[0];

    private final SeekableByteChannel from;
    private final ScopeCipher cipher;
    private final byte[] bound;
    private final byte[] name;
    private final Segments segments;
    private long position;
    private long opened = -1;
    private byte[] clear = NOTHING;

    private UnsealingChannel(
            SeekableByteChannel from,
            ScopeCipher cipher,
            byte[] bound,
            byte[] name,
            Segments segments) {
        this.from = from;
        this.cipher = cipher;
        this.bound = bound;
        this.name = name;
        this.segments = segments;
    }

    /**
     * @param cipher held: its keys go when nobody does any more
     * @param bound what the stream as a whole is bound to
     */
    static UnsealingChannel open(ScopeCipher cipher, SeekableByteChannel from, byte[] bound)
            throws IOException {
        if (cipher.content().isForgotten()) {
            throw new CompartmentDestroyedException();
        }
        Segments segments = Segments.of(from.size());
        byte[] name = sealed(from, 0, Segments.NAME);
        var channel = new UnsealingChannel(from, cipher, bound, name, segments);
        // The last segment alone tells that it is the last.
        channel.openSegment(segments.count() - 1);
        return channel;
    }

    @Override
    public synchronized int read(ByteBuffer to) throws IOException {
        if (!from.isOpen()) {
            throw new ClosedChannelException();
        }
        if (cipher.content().isForgotten()) {
            forget();
            throw new CompartmentDestroyedException();
        }
        if (!to.hasRemaining()) {
            return 0;
        }
        if (position >= size()) {
            return -1;
        }
        int before = to.remaining();
        while (to.hasRemaining() && position < size()) {
            openSegment(position / Segments.CLEAR);
            int offset = Math.toIntExact(position % Segments.CLEAR);
            int part = Math.min(to.remaining(), clear.length - offset);
            to.put(clear, offset, part);
            position += part;
        }
        return before - to.remaining();
    }

    private void openSegment(long index) throws IOException {
        if (index == opened) {
            return;
        }
        byte[] sealed = sealed(from, segments.place(index), segments.length(index));
        byte[] place = Segments.associatedData(bound, name, index, segments.isLast(index));
        byte[] content =
                switch (cipher.content().unseal(sealed, place)) {
                    case Unsealed.Clear(byte[] bytes) -> bytes;
                    case Unsealed.Damaged() ->
                            throw new DamagedContentException(
                                    new IOException("segment " + index + " does not open"));
                    case Unsealed.CompartmentDestroyed() ->
                            throw new CompartmentDestroyedException();
                };
        forget();
        clear = content;
        opened = index;
    }

    private void forget() {
        Arrays.fill(clear, (byte) 0);
        clear = NOTHING;
        opened = -1;
    }

    private static byte[] sealed(SeekableByteChannel from, long place, int length)
            throws IOException {
        ByteBuffer sealed = ByteBuffer.allocate(length);
        from.position(place);
        while (sealed.hasRemaining()) {
            if (from.read(sealed) < 0) {
                throw new DamagedContentException(new IOException("it has become shorter"));
            }
        }
        return sealed.array();
    }

    @Override
    public synchronized long position() {
        return position;
    }

    @Override
    public synchronized SeekableByteChannel position(long changed) {
        position = changed;
        return this;
    }

    @Override
    public long size() {
        return segments.clearSize();
    }

    @Override
    public boolean isOpen() {
        return from.isOpen();
    }

    @Override
    public synchronized void close() throws IOException {
        forget();
        from.close();
    }

    @Override
    public int write(ByteBuffer source) {
        throw new NonWritableChannelException();
    }

    @Override
    public SeekableByteChannel truncate(long size) {
        throw new NonWritableChannelException();
    }
}
