package org.lethe.file.type;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A type of file that can be allowed in a chat.
 *
 * <p>What a browser or a desktop would run is not among them: no HTML, SVG, scripts or programs.
 */
public enum FileType {
    PNG("image/png", "png"),
    JPEG("image/jpeg", "jpg", "jpeg", "jpe", "jfif"),
    GIF("image/gif", "gif"),
    WEBP("image/webp", "webp"),
    BMP("image/bmp", "bmp"),
    TIFF("image/tiff", "tiff", "tif"),
    HEIC("image/heic", "heic", "heif", "heics", "hif"),
    AVIF("image/avif", "avif"),
    PDF("application/pdf", "pdf"),
    /** By its name nothing runs it: what is called otherwise is called {@code .txt}, too. */
    TEXT("text/plain", "txt", "text", "log", "md", "ini", "conf", "cfg", "json", "yaml", "yml"),
    CSV("text/csv", "csv"),
    ZIP("application/zip", "zip"),
    GZIP("application/gzip", "gz", "tgz"),
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
    PPTX("application/vnd.openxmlformats-officedocument.presentationml.presentation", "pptx"),
    ODT("application/vnd.oasis.opendocument.text", "odt"),
    ODS("application/vnd.oasis.opendocument.spreadsheet", "ods"),
    ODP("application/vnd.oasis.opendocument.presentation", "odp"),
    MP3("audio/mpeg", "mp3"),
    OGG("audio/vorbis", "ogg", "oga"),
    OPUS("audio/opus", "opus"),
    WAV("audio/vnd.wave", "wav"),
    M4A("audio/mp4", "m4a"),
    MP4("video/mp4", "mp4", "m4v"),
    WEBM("video/webm", "webm"),
    QUICKTIME("video/quicktime", "mov", "qt");

    /** One container with brands for several pictures, as a burst has, and for its codecs. */
    private static final Set<String> OF_HEIF =
            Set.of("image/heif", "image/heif-sequence", "image/heic-sequence");

    private final String mediaType;

    @SuppressWarnings("ImmutableEnumChecker") // List.of can't be changed
    private final List<String> extensions;

    FileType(String mediaType, String... extensions) {
        this.mediaType = mediaType;
        this.extensions = List.of(extensions);
    }

    public String mediaType() {
        return mediaType;
    }

    /** Whether a name with this extension is what the type's files are called. */
    boolean isCalled(String extension) {
        return extensions.contains(extension.toLowerCase(Locale.ROOT));
    }

    String extension() {
        return extensions.getFirst();
    }

    public static Optional<FileType> find(String mediaType) {
        String known = OF_HEIF.contains(mediaType) ? HEIC.mediaType : mediaType;
        return Arrays.stream(values()).filter(type -> type.mediaType.equals(known)).findFirst();
    }
}
