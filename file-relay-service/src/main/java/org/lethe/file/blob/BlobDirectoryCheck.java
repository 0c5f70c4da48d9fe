package org.lethe.file.blob;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Files;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Not ready while files can't be written; tells how full the folder is. */
@Readiness
@ApplicationScoped
class BlobDirectoryCheck implements HealthCheck {

    private final BlobSettings config;
    private final BlobRoom room;

    @Inject
    BlobDirectoryCheck(BlobSettings config, BlobRoom room) {
        this.config = config;
        this.room = room;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("blob directory")
                .withData("filled-percent", Math.round(room.filled() * 100))
                .withData("takes-files", !room.isFull())
                .status(Files.isWritable(config.directory()))
                .build();
    }
}
