package org.lethe.gdpr.access;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/** The export of what is held about a subject. */
@ConfigMapping(prefix = "lethe.export")
public interface ExportSettings {

    /** Where the export is described, as an export says of itself; no personal data. */
    URI schema();

    /**
     * The folder of the sealed files ({@code lethe.file.directory}), of which this service reads
     * and changes nothing. Without it an archive names the files and has none of their bytes.
     */
    Optional<Path> files();

    /**
     * How many archives are written at once for visitors, each of whom has one; and again as many
     * for those who act for an account. An account has half of either, so that its readers can't
     * take all of them. Above, a request is refused, and may be repeated.
     */
    @WithDefault("16")
    @Min(1)
    int archivesAtOnce();
}
