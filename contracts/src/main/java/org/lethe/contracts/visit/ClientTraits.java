package org.lethe.contracts.visit;

import org.jspecify.annotations.Nullable;

/**
 * Browser, operating system and kind of device, read from a user agent; what it doesn't say is
 * null.
 */
public record ClientTraits(@Nullable String browser, @Nullable String os, @Nullable String device) {

    /** Nothing is known. */
    public static final ClientTraits UNKNOWN = new ClientTraits(null, null, null);

    /** Never shows the traits: beside a visit they are personal data. */
    @Override
    public String toString() {
        return "[redacted]";
    }
}
