package org.lethe.runtime.store;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;

/** Where the suite's keys are. */
@ConfigMapping(prefix = "lethe.secrets")
public interface SecretsSettings {

    /** The directory that the Kubernetes Secret is mounted at; its files are read at start. */
    Path directory();
}
