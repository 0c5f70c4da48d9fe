package org.lethe.privacy.seal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where sealed bytes come from; remembers that it could not be read, which a cipher tells in the
 * same way as bytes that do not open.
 */
final class SealedSource extends ReadOnlyChannel {

    private @Nullable IOException failure;

    SealedSource(SeekableByteChannel from) {
        super(from);
    }

    void forgetFailure() {
        failure = null;
    }

    /** Why it could not be read; empty if it could, or if that is forgotten. */
    Optional<IOException> failure() {
        return Optional.ofNullable(failure);
    }

    @Override
    public int read(ByteBuffer to) throws IOException {
        try {
            return from.read(to);
        } catch (IOException e) {
            failure = e;
            throw e;
        }
    }
}
