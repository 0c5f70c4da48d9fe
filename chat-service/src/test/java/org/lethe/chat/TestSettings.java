package org.lethe.chat;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;

/** Settings as they are without a configuration, but for what a test changes. */
public final class TestSettings {

    private TestSettings() {}

    public static <T> T of(Class<T> settings) {
        return of(settings, Map.of());
    }

    public static <T> T of(Class<T> settings, Map<String, String> changes) {
        return new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(settings)
                .withDefaultValues(changes)
                .build()
                .getConfigMapping(settings);
    }
}
