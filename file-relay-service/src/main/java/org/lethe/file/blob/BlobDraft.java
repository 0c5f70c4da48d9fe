package org.lethe.file.blob;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Set;

/**
 * A blob that is being written, under a name of its own until it is whole; closed without a commit,
 * it was never there.
 */
public final class BlobDraft implements AutoCloseable {

    private final Path draft;
    private final Path file;
    private final OutputStream out;
    private boolean committed;

    private BlobDraft(Path draft, Path file, OutputStream out) {
        this.draft = draft;
        this.file = file;
        this.out = out;
    }

    static BlobDraft create(Path folder, Path file) throws IOException {
        Path draft = folder.resolve(file.getFileName() + BlobPaths.DRAFT);
        var options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        var channel = FileChannel.open(draft, options, BlobPaths.OWNER_FILE);
        return new BlobDraft(draft, file, Channels.newOutputStream(channel));
    }

    /** Where its bytes go. To be closed before the commit. */
    public OutputStream out() {
        return out;
    }

    /** Makes it visible, whole, at once. */
    public void commit() throws IOException {
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        committed = true;
    }

    @Override
    public void close() throws IOException {
        out.close();
        if (!committed) {
            Files.deleteIfExists(draft);
            // The chat's folder stays: another upload may be about to write there.
        }
    }
}
