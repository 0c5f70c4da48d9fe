package org.lethe.file.blob;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.configuration.MemorySize;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * Blobs in a folder of a test.
 *
 * @param most bytes that it may hold
 */
public record TestBlobs(Path directory, long most) implements BlobSettings {

    public static BlobStore in(Path directory) throws IOException {
        return new BlobStore(new TestBlobs(directory, Long.MAX_VALUE), Clock.systemUTC());
    }

    /** Of a store that may hold so many bytes. */
    public static BlobRoom room(BlobStore blobs, long most) {
        return new BlobRoom(blobs, new TestBlobs(Path.of("."), most), new SimpleMeterRegistry());
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
    public Optional<MemorySize> capacity() {
        return Optional.of(new MemorySize(BigInteger.valueOf(most)));
    }

    @Override
    public int fullAt() {
        return 80;
    }

    @Override
    public Duration sweepEvery() {
        return Duration.ofMinutes(1);
    }

    @Override
    public Duration lostAfter() {
        return Duration.ofMinutes(1);
    }
}
