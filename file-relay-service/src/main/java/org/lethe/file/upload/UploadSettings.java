package org.lethe.file.upload;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How much may be sent. */
@ConfigMapping(prefix = "lethe.file.upload")
public interface UploadSettings {

    /** The largest file in bytes; {@code lethe.http.max-body-size} follows it. */
    @WithDefault("26214400")
    long maxSize();

    /** Bytes that come each second at least, over fifteen of them; slower ones are refused. */
    @WithDefault("16384")
    long bytesPerSecond();

    /** How many uploads may run at once in one chat. */
    @WithDefault("4")
    int perChat();

    /** How many uploads may run at once in this process: each holds some hundred kilobytes. */
    @WithDefault("200")
    int atOnce();
}
