package org.lethe.file.blob;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;

/** Blobs in a folder of a test. */
public record TestBlobs(Path directory) implements BlobConfig {

    public static BlobStore in(Path directory) throws IOException {
        return new BlobStore(new TestBlobs(directory), Clock.systemUTC());
    }

    public static void write(BlobStore blobs, BlobId blob, byte[] bytes) throws IOException {
        try (BlobDraft draft = blobs.create(blob)) {
            draft.out().write(bytes);
            draft.out().close();
            draft.commit();
        }
    }

    @Override
    public Duration abandoned() {
        return Duration.ofMinutes(10);
    }

    @Override
    public Duration sweepEvery() {
        return Duration.ofMinutes(1);
    }
}
