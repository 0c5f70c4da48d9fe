package org.lethe.file.type;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Set;

/** Which types of files a chat takes. */
@ConfigMapping(prefix = "lethe.file.types")
public interface FileTypeSettings {

    /** The allowed types, by the names of {@link FileType}; anything else is refused. */
    @WithDefault(
            "png,jpeg,gif,webp,bmp,tiff,heic,avif,pdf,text,csv,zip,gzip,docx,xlsx,pptx,odt,ods,odp,"
                    + "mp3,ogg,opus,wav,m4a,mp4,webm,quicktime")
    Set<FileType> allowed();
}
