package org.lethe.file.access;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How many files a chat may have. */
@ConfigMapping(prefix = "lethe.file.chat")
public interface AccessSettings {

    /** The most files of one chat, so that no visitor fills the disk. */
    @WithDefault("100")
    int maxFiles();
}
