package org.lethe.privacy.seal;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** A sealing stream that stops when its key is destroyed. */
final class SealingStream extends FilterOutputStream {

    private final DataKey key;

    SealingStream(OutputStream sealing, DataKey key) {
        super(sealing);
        this.key = key;
    }

    @Override
    public void write(int b) throws IOException {
        check();
        out.write(b);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        check();
        out.write(bytes, offset, length);
    }

    private void check() throws CompartmentDestroyedException {
        if (key.isForgotten()) {
            throw new CompartmentDestroyedException();
        }
    }
}
