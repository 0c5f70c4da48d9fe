package org.lethe.contracts.visit;

import org.jspecify.annotations.Nullable;
import org.lethe.contracts.personal.VisitorTrait;

/**
 * Browser, operating system and kind of device, read from a user agent; what it doesn't say is
 * null.
 */
public record ClientTraits(
        @Nullable VisitorTrait browser, @Nullable VisitorTrait os, @Nullable VisitorTrait device) {

    /** Nothing is known. */
    public static final ClientTraits UNKNOWN = new ClientTraits(null, null, null);

    public static ClientTraits of(
            @Nullable String browser, @Nullable String os, @Nullable String device) {
        return new ClientTraits(
                VisitorTrait.of(browser), VisitorTrait.of(os), VisitorTrait.of(device));
    }

    /** Never shows the traits: beside a visit they are personal data. */
    @Override
    public String toString() {
        return "[redacted]";
    }
}
