package org.lethe.runtime.outside;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** Settings of calls to the outside, for tests. */
public record TestOutside(
        Set<Integer> ports,
        Duration timeout,
        boolean allowLoopback,
        Optional<Path> certificateAuthorities)
        implements OutsideSettings {

    /** The defaults, at these ports or at that of HTTPS. */
    public static TestOutside settings(Integer... ports) {
        return new TestOutside(
                ports.length == 0 ? Set.of(443) : Set.of(ports),
                Duration.ofSeconds(10),
                false,
                Optional.empty());
    }

    TestOutside here(Path trusted) {
        return new TestOutside(ports, timeout, true, Optional.of(trusted));
    }

    TestOutside within(Duration time) {
        return new TestOutside(ports, time, allowLoopback, certificateAuthorities);
    }

    @Override
    public Duration connectTimeout() {
        return Duration.ofSeconds(2);
    }
}
