package org.lethe.file.blob;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Where sealed files lie. */
@ConfigMapping(prefix = "lethe.file")
public interface BlobSettings {

    /**
     * The folder of the sealed files, made readable for its owner only. Names in it are ids,
     * contents are sealed; a tmpfs or emptyDir is best, since nothing in it outlives a chat.
     */
    Path directory();

    /**
     * A draft that nobody wrote to for this long is what a crash left, and so is a whole file that
     * its chat does not know by then. Longer than the slowest upload that is taken pauses.
     */
    @WithDefault("40s")
    Duration abandoned();

    /**
     * Bytes that the folder may hold, where its file system does not tell: an {@code emptyDir} with
     * a {@code sizeLimit} is one of a larger disk, and beyond the limit its pod ends with all that
     * lies there.
     */
    Optional<MemorySize> capacity();

    /**
     * From here on, in percent of what the folder can hold, no file is taken until it is 5 percent
     * less: the rest is for uploads that run.
     */
    @WithDefault("80")
    @Min(1)
    @Max(100)
    int fullAt();

    /** How often files are looked for whose chat is over and was not heard to end. */
    @WithDefault("15s")
    Duration sweepEvery();

    /**
     * For how long a chat has to look as if it went with its store until its files go, too: a store
     * that stands in for another by mistake shows the same.
     */
    @WithDefault("1m")
    Duration lostAfter();
}
