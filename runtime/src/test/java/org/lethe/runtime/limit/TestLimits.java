package org.lethe.runtime.limit;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.lethe.privacy.seal.KeyEncryption;
import org.lethe.privacy.seal.SuiteSecrets;
import org.lethe.runtime.client.ClientAddresses;
import org.lethe.runtime.client.ClientSettings;
import org.lethe.runtime.client.Forwarders;

/** Limits that are counted in memory, for plain tests of what is limited. */
public final class TestLimits {

    private static final KeyEncryption KEK = kek();

    private TestLimits() {}

    /** As they are without a configuration. */
    public static Limits standard() {
        return of(Map.of());
    }

    /** With some of the settings of {@code lethe.limits} changed. */
    public static Limits of(Map<String, String> changes) {
        return on(new FakeLimitStore(), Clock.systemUTC(), changes);
    }

    /** Those of addresses that are counted so; no proxy is trusted. */
    public static AddressLimits ofAddresses(Limits limits) {
        var settings =
                new SmallRyeConfigBuilder()
                        .addDiscoveredConverters()
                        .withMapping(ClientSettings.class)
                        .build()
                        .getConfigMapping(ClientSettings.class);
        return new AddressLimits(new ClientAddresses(settings, new Forwarders()), limits);
    }

    static Limits on(LimitStore store, Clock clock, Map<String, String> changes) {
        return new Limits(store, KEK, clock, settings(changes));
    }

    static LimitSettings settings(Map<String, String> changes) {
        return new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(LimitSettings.class)
                .withDefaultValues(changes)
                .build()
                .getConfigMapping(LimitSettings.class);
    }

    private static KeyEncryption kek() {
        try {
            Path folder = Files.createTempDirectory("lethe-limits");
            SuiteSecrets.generate(folder);
            var kek = KeyEncryption.load(folder.resolve(SuiteSecrets.KEY_ENCRYPTION));
            try (var files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(folder);
            return kek;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
