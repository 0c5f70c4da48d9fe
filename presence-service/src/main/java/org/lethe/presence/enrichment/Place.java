package org.lethe.presence.enrichment;

import org.jspecify.annotations.Nullable;

/**
 * Where a visitor seems to be, as far as the local geo data knows; what it doesn't know is null.
 */
record Place(
        @Nullable String city,
        @Nullable String region,
        @Nullable String country,
        @Nullable String countryCode,
        @Nullable String zip) {

    /** Nothing is known. */
    static final Place UNKNOWN = new Place(null, null, null, null, null);

    /** Never shows the place: with the zip code it is personal data. */
    @Override
    public String toString() {
        return "[redacted]";
    }
}
