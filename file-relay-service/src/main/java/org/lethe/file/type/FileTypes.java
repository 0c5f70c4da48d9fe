package org.lethe.file.type;

import static org.lethe.file.type.FileType.TEXT;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.lethe.contracts.personal.FileName;

/**
 * Tells whether a file is allowed, by its first bytes.
 *
 * <p>What the sender declares is not asked. The name can only narrow what the bytes say (a zip
 * called {@code .docx}, a text called {@code .html}), never replace it.
 */
@ApplicationScoped
public class FileTypes {

    /** As many first bytes as the detection looks at. */
    public static final int PREFIX = 64 * 1024;

    private final MagicDetector detector;
    private final Set<FileType> allowed;

    @Inject
    public FileTypes(MagicDetector detector, FileTypeSettings config) {
        this(detector, config.allowed());
    }

    FileTypes(MagicDetector detector, Set<FileType> allowed) {
        this.detector = detector;
        this.allowed = EnumSet.copyOf(allowed);
    }

    /** The file's type, or empty when it is unknown or not allowed. */
    public Optional<FileType> detect(byte[] prefix, FileName name) {
        return FileType.find(detector.mediaType(prefix, name))
                .or(() -> text(prefix, name))
                .filter(allowed::contains);
    }

    /** A text is one whatever it begins with, and whatever nothing runs it is called. */
    private Optional<FileType> text(byte[] prefix, FileName name) {
        String byName = detector.mediaType(name);
        return TextFiles.isHarmless(prefix, detector.mediaType(prefix), byName)
                ? FileType.find(byName).filter(FileType.CSV::equals).or(() -> Optional.of(TEXT))
                : Optional.empty();
    }
}
