package org.lethe.file.download;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How much may be fetched. */
@ConfigMapping(prefix = "lethe.file.download")
public interface DownloadSettings {

    /** How many downloads may run at once in one chat; a page may fetch several files at once. */
    @WithDefault("16")
    int perChat();

    /** How many downloads may run at once in this process: each holds some hundred kilobytes. */
    @WithDefault("400")
    int atOnce();
}
