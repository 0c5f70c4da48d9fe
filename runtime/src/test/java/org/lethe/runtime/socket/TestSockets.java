package org.lethe.runtime.socket;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;

/** What a socket is granted, but for what a test changes. */
final class TestSockets {

    private TestSockets() {}

    static SocketLoad load(Map<String, String> changes) {
        return new SocketLoad(settings(changes));
    }

    static SocketSettings settings(Map<String, String> changes) {
        return new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(SocketSettings.class)
                .withDefaultValues(changes)
                .build()
                .getConfigMapping(SocketSettings.class);
    }
}
