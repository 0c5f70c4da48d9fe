package org.lethe.gdpr.access.export;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import org.lethe.gdpr.access.ExportSettings;

/** So many archives at once, and no files. */
record TestExportSettings(int archivesAtOnce) implements ExportSettings {

    @Override
    public URI schema() {
        return URI.create("https://lethe.example/schema");
    }

    @Override
    public Optional<Path> files() {
        return Optional.empty();
    }
}
