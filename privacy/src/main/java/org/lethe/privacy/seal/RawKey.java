package org.lethe.privacy.seal;

import java.util.Arrays;
import javax.crypto.SecretKey;

/** A key whose every copy is its asker's to overwrite, and the JDK's ciphers do. */
record RawKey(byte[] bytes) implements SecretKey {

    @Override
    public String getAlgorithm() {
        return "AES";
    }

    @Override
    public String getFormat() {
        return "RAW";
    }

    @Override
    public byte[] getEncoded() {
        return bytes.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RawKey(byte[] others) && Arrays.equals(bytes, others);
    }

    @Override
    public int hashCode() {
        return 0;
    }

    @Override
    public String toString() {
        return "RawKey";
    }
}
