package org.lethe.file.download;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import org.lethe.contracts.chat.FileNote;
import org.lethe.file.access.ChatAccess;
import org.lethe.file.access.OpenStream;

/**
 * A file that somebody reads: its bytes in clear, with all that must be let go afterwards.
 *
 * @param stream tells when the chat has ended
 */
record OpenFile(FileNote note, SeekableByteChannel clear, ChatAccess access, OpenStream stream)
        implements AutoCloseable {

    /** May be called twice, and while somebody reads: the reading then fails. */
    @Override
    public void close() throws IOException {
        try (stream;
                access) {
            clear.close();
        }
    }
}
