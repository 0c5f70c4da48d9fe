package org.lethe.privacy.seal;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.lethe.contracts.scope.Compartment;

/** A sealing stream that stops when its key is destroyed. */
final class SealingStream extends FilterOutputStream {

    private final ScopeCipher cipher;

    // Holds the cipher: its keys go when nobody does any more.
    SealingStream(OutputStream sealing, ScopeCipher cipher) {
        super(sealing);
        this.cipher = cipher;
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
        if (!cipher.holds(Compartment.CONTENT)) {
            throw new CompartmentDestroyedException();
        }
    }
}
