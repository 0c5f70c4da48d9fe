package org.lethe.gdpr.access.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.lethe.privacy.seal.DamagedContentException;

/** A ZIP file while it is sent; without {@link #finish} it has no end and does not open. */
final class ExportZip extends ZipOutputStream {

    private static final int PIECE = 64 * 1024;

    private final FileTime at;

    ExportZip(OutputStream to, Instant at) {
        super(to, StandardCharsets.UTF_8);
        this.at = FileTime.from(at);
    }

    void add(String path, byte[] content) throws IOException {
        begin(path);
        write(content);
        closeEntry();
    }

    /**
     * Adds a file piece by piece, up to where it does not open.
     *
     * @return whether all of it opened
     */
    boolean add(String path, SeekableByteChannel content) throws IOException {
        begin(path);
        byte[] piece = new byte[PIECE];
        try {
            for (int read = read(content, piece); read >= 0; read = read(content, piece)) {
                write(piece, 0, read);
            }
            return true;
        } catch (DamagedContentException _) {
            return false;
        } finally {
            Arrays.fill(piece, (byte) 0);
            closeEntry();
        }
    }

    private static int read(SeekableByteChannel content, byte[] piece) throws IOException {
        return content.read(ByteBuffer.wrap(piece));
    }

    private void begin(String path) throws IOException {
        var entry = new ZipEntry(path);
        entry.setLastModifiedTime(at);
        putNextEntry(entry);
    }

    /** Lets the memory of the compression go, and nothing else: what it writes to stays open. */
    void release() {
        def.end();
    }
}
