package org.lethe.file.download;

import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.util.Arrays;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.privacy.seal.CompartmentDestroyedException;
import org.lethe.runtime.problem.Refusal;
import org.lethe.runtime.stream.StreamedAnswer;

/**
 * Writes a part of a file, as fast as its reader takes it.
 *
 * <p>It stops between two pieces when the chat ends; the reader then has fewer bytes than were
 * announced, and the connection breaks.
 */
record ClearBytes(OpenFile file, long first, long length) implements StreamedAnswer.Body {

    private static final int PIECE = 64 * 1024;

    @Override
    public void write(OutputStream out) throws IOException {
        byte[] piece = new byte[PIECE];
        try (file) {
            file.clear().position(first);
            for (long left = length; left > 0; ) {
                int read = read(piece, left);
                out.write(piece, 0, read);
                left -= read;
            }
        } finally {
            Arrays.fill(piece, (byte) 0);
        }
    }

    private int read(byte[] piece, long left) throws IOException {
        if (file.stream().isCut()) {
            throw new Refusal(ErrorCode.CHAT_ENDED);
        }
        int length = (int) Math.min(piece.length, left);
        try {
            int read = file.clear().read(ByteBuffer.wrap(piece, 0, length));
            if (read < 0) {
                throw new EOFException();
            }
            return read;
        } catch (CompartmentDestroyedException | ClosedChannelException e) {
            throw new Refusal(ErrorCode.CHAT_ENDED);
        }
    }
}
