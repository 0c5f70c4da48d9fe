package org.lethe.file.blob;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Files;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Not ready while files can't be written. */
@Readiness
@ApplicationScoped
class BlobDirectoryCheck implements HealthCheck {

    private final BlobSettings config;

    @Inject
    BlobDirectoryCheck(BlobSettings config) {
        this.config = config;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("blob directory")
                .status(Files.isWritable(config.directory()))
                .build();
    }
}
