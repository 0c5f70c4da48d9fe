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
 */
record Source(InputStream body, OpenStream stream, long maxSize) {

    private static final int BUFFER = 64 * 1024;

    /** Reads the first bytes. */
    byte[] prefix(int length) throws IOException {
        try {
            return body.readNBytes(length);
        } catch (IOException e) {
            throw new SenderGoneException();
        }
    }

    /** Copies the first bytes and all others; returns how many there were. */
    long copyTo(byte[] prefix, OutputStream out) throws IOException {
        byte[] buffer = new byte[BUFFER];
        long size = prefix.length;
        check(size);
        out.write(prefix);
        try {
            for (int read = read(buffer); read >= 0; read = read(buffer)) {
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

    private int read(byte[] buffer) throws IOException {
        try {
            return body.read(buffer);
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
