package org.lethe.runtime.store;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;

/** Where the suite's keys are. */
@ConfigMapping(prefix = "lethe.secrets")
public interface SecretsSettings {

    /** The directory that the Kubernetes Secret is mounted at; its files are read at start. */
    Path directory();

    /**
     * Whether the service has the keys of the blind index: it notes whom data is of, or finds it.
     * Who has none can't try out whose data a store holds.
     */
    @WithDefault("true")
    boolean index();
}
