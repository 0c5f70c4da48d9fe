package org.lethe.file.upload;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.file.access.OpenStream;
import org.lethe.runtime.problem.Refusal;

/**
 * The bytes of an upload.
 *
 * @param stream tells when the chat has ended
 * @param maxSize more is refused
 * @param rate slower is refused
 */
record Source(InputStream body, OpenStream stream, long maxSize, LeastRate rate) {

    private static final int BUFFER = 64 * 1024;

    /** Reads the first bytes. */
    byte[] prefix(int length) throws IOException {
        byte[] prefix = new byte[length];
        int size = 0;
        while (size < length) {
            int read = read(prefix, size);
            if (read < 0) {
                byte[] whole = Arrays.copyOf(prefix, size);
                Arrays.fill(prefix, (byte) 0);
                return whole;
            }
            size += read;
        }
        return prefix;
    }

    /** Copies the first bytes and all others; returns how many there were. */
    long copyTo(byte[] prefix, OutputStream out) throws IOException {
        byte[] buffer = new byte[BUFFER];
        long size = prefix.length;
        check(size);
        out.write(prefix);
        try {
            for (int read = read(buffer, 0); read >= 0; read = read(buffer, 0)) {
                size += read;
                check(size);
                out.write(buffer, 0, read);
            }
            check(size);
            return size;
        } finally {
            Arrays.fill(buffer, (byte) 0);
        }
    }

    private int read(byte[] buffer, int from) throws IOException {
        try {
            int read = body.read(buffer, from, buffer.length - from);
            rate.came(Math.max(0, read));
            return read;
        } catch (IOException e) {
            throw new SenderGoneException();
        }
    }

    private void check(long size) {
        if (stream.isCut()) {
            throw new Refusal(ErrorCode.CHAT_ENDED);
        }
        if (size > maxSize) {
            throw new Refusal(ErrorCode.TOO_LARGE);
        }
    }
}
