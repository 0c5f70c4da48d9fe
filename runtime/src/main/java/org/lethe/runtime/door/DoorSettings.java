package org.lethe.runtime.door;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.OptionalInt;

/**
 * What a connection may take before it asks for something. The gateway says the same and counts by
 * address; here, where all come from the gateway, it holds for whoever gets past it.
 */
@ConfigMapping(prefix = "lethe.door")
public interface DoorSettings {

    /** Bytes of heap for each connection: a visit's socket takes half of it, work the rest. */
    int BYTES_PER_CONNECTION = 24 * 1024;

    /** From the connection to the whole head of its request; then it is hung up on. */
    @WithDefault("10s")
    Duration headTime();

    /**
     * How many connections there may be at once, sockets too; those beyond are hung up on, and the
     * others go on. By default as many as the heap has room for.
     */
    OptionalInt mostConnections();

    /** As many as are set, or as the heap has room for. */
    default int most() {
        return mostConnections()
                .orElse((int) (Runtime.getRuntime().maxMemory() / BYTES_PER_CONNECTION));
    }
}
