package org.lethe.file.blob;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;

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

    /** How often files are looked for whose chat is over and was not heard to end. */
    @WithDefault("15s")
    Duration sweepEvery();
}
