package org.lethe.bench.suite;

import java.net.URI;
import java.util.Locale;
import java.util.stream.Stream;

/** Which way clients go to the services. */
public enum Through {
    /** Of the services themselves, so that nothing else is measured. */
    PORTS,
    /** As visitors and operators do. */
    GATEWAY;

    /**
     * @throws IllegalArgumentException with a sentence for the user
     */
    public static Through named(String text) {
        return Stream.of(values())
                .filter(way -> way.label().equals(text))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("--through takes ports or gateway."));
    }

    /** As the option names it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Where to go for a service. */
    URI to(URI port, URI gateway) {
        return this == GATEWAY ? gateway : port;
    }
}
