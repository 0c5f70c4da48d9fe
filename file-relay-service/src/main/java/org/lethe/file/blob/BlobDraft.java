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

/** A draft under a name of its own, renamed when it is whole. */
final class FileDraft implements BlobDraft {

    private final Path draft;
    private final Path file;
    private final OutputStream out;
    private boolean committed;

    private FileDraft(Path draft, Path file, OutputStream out) {
        this.draft = draft;
        this.file = file;
        this.out = out;
    }

    static FileDraft create(Path folder, Path file) throws IOException {
        Path draft = folder.resolve(file.getFileName() + BlobPaths.DRAFT);
        var options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        var channel = FileChannel.open(draft, options, BlobPaths.OWNER_FILE);
        return new FileDraft(draft, file, Channels.newOutputStream(channel));
    }

    @Override
    public OutputStream out() {
        return out;
    }

    @Override
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
