package org.lethe.privacy.seal;

import com.google.crypto.tink.subtle.AesGcmHkdfStreaming;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SeekableByteChannel;
import java.security.GeneralSecurityException;

/** A sealed stream, read in clear; stops when its key is destroyed. */
final class UnsealingChannel extends ReadOnlyChannel {

    private final SealedSource source;
    private final DataKey key;

    private UnsealingChannel(SeekableByteChannel clear, SealedSource source, DataKey key) {
        super(clear);
        this.source = source;
        this.key = key;
    }

    static UnsealingChannel open(DataKey key, SeekableByteChannel from, byte[] associatedData)
            throws IOException {
        var cipher = key.streaming();
        long size = from.size();
        if (size < cipher.expectedCiphertextSize(0)) {
            throw new DamagedContentException(new IOException("shorter than an empty stream"));
        }
        try {
            if (size == cipher.expectedCiphertextSize(0)) {
                verifyEmpty(cipher, from, associatedData);
            }
            var source = new SealedSource(from);
            var channel =
                    new UnsealingChannel(
                            cipher.newSeekableDecryptingChannel(source, associatedData),
                            source,
                            key);
            channel.verifyEnd();
            return channel;
        } catch (GeneralSecurityException e) {
            throw new DamagedContentException(e);
        }
    }

    @Override
    public int read(ByteBuffer to) throws IOException {
        if (key.isForgotten()) {
            throw new CompartmentDestroyedException();
        }
        if (to.hasRemaining() && position() >= size()) {
            return -1;
        }
        return readClear(to);
    }

    private int readClear(ByteBuffer to) throws IOException {
        source.forgetFailure();
        try {
            return from.read(to);
        } catch (ClosedChannelException e) {
            throw e;
        } catch (IOException | IllegalArgumentException e) {
            // Storage that can't be read now says nothing about what is in it.
            throw source.failure().orElseGet(() -> new DamagedContentException(e));
        }
    }

    // Tink's channel has nothing to read in an empty stream, and so never looks at it.
    private static void verifyEmpty(
            AesGcmHkdfStreaming cipher, SeekableByteChannel from, byte[] associatedData)
            throws GeneralSecurityException, IOException {
        byte[] sealed = new byte[Math.toIntExact(from.size())];
        from.position(0);
        ByteBuffer buffer = ByteBuffer.wrap(sealed);
        while (buffer.hasRemaining() && from.read(buffer) >= 0) {
            // Until it is full.
        }
        from.position(0);
        try (InputStream in =
                cipher.newDecryptingStream(new ByteArrayInputStream(sealed), associatedData)) {
            if (in.read() >= 0) {
                throw new IOException("an empty stream with content");
            }
        } catch (IOException e) {
            throw new DamagedContentException(e);
        }
    }

    // The last segment alone tells that it is the last.
    private void verifyEnd() throws IOException {
        long size = size();
        position(Math.max(0, size - 1));
        readClear(ByteBuffer.allocate(1));
        position(0);
    }
}
