package org.lethe.gdpr.opendsr;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The identity types of OpenDSR that something is found by. Of an address in another format than
 * raw there is nothing to look for: what is kept is a keyed hash of the address itself.
 */
enum SupportedIdentity {
    CONTROLLER_CUSTOMER_ID,
    EMAIL;

    static final String FORMAT = "raw";

    /** As the specification writes it. */
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<SupportedIdentity> find(@Nullable String code) {
        return Arrays.stream(values()).filter(each -> each.code().equals(code)).findFirst();
    }
}
