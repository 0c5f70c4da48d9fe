package org.lethe.privacy.seal;

import com.google.crypto.tink.subtle.AesGcmHkdfStreaming;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SeekableByteChannel;
import java.security.GeneralSecurityException;
import org.lethe.contracts.scope.Compartment;

/** A sealed stream, read in clear; stops when its key is destroyed. */
final class UnsealingChannel extends ReadOnlyChannel {

    private final SealedSource source;
    private final ScopeCipher keeper;

    // Holds the cipher: its keys go when nobody does any more.
    private UnsealingChannel(SeekableByteChannel clear, SealedSource source, ScopeCipher keeper) {
        super(clear);
        this.source = source;
        this.keeper = keeper;
    }

    static UnsealingChannel open(
            ScopeCipher keeper, SeekableByteChannel from, byte[] associatedData)
            throws IOException {
        var cipher = keeper.streaming();
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
                            keeper);
            channel.verifyEnd();
            return channel;
        } catch (GeneralSecurityException e) {
            throw new DamagedContentException(e);
        }
    }

    @Override
    public int read(ByteBuffer to) throws IOException {
        if (!keeper.holds(Compartment.CONTENT)) {
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
