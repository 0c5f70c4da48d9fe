package org.lethe.privacy.seal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;

/** Reads from another channel, wherever that stands. */
abstract class ReadOnlyChannel implements SeekableByteChannel {

    final SeekableByteChannel from;

    ReadOnlyChannel(SeekableByteChannel from) {
        this.from = from;
    }

    @Override
    public final int write(ByteBuffer source) {
        throw new NonWritableChannelException();
    }

    @Override
    public final long position() throws IOException {
        return from.position();
    }

    @Override
    public final SeekableByteChannel position(long position) throws IOException {
        from.position(position);
        return this;
    }

    @Override
    public final long size() throws IOException {
        return from.size();
    }

    @Override
    public final SeekableByteChannel truncate(long size) {
        throw new NonWritableChannelException();
    }

    @Override
    public final boolean isOpen() {
        return from.isOpen();
    }

    @Override
    public final void close() throws IOException {
        from.close();
    }
}
