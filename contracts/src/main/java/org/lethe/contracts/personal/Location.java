package org.lethe.contracts.personal;

import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Where a visitor is, as far as the local data tells: any part may be unknown.
 *
 * @param countryCode two letters, ISO 3166-1
 * @param zip postal code
 * @param network the provider whose network the address belongs to
 */
public record Location(
        @Nullable String city,
        @Nullable String region,
        @Nullable String country,
        @Nullable String countryCode,
        @Nullable String zip,
        @Nullable String network)
        implements PersonalData {

    public static final int MAX_LENGTH = 200;

    public Location {
        city = clip(city);
        region = clip(region);
        country = clip(country);
        countryCode = clip(countryCode);
        zip = clip(zip);
        network = clip(network);
    }

    public static Location unknown() {
        return new Location(null, null, null, null, null, null);
    }

    @Override
    public String reveal() {
        return Arrays.asList(zip, city, region, country, network).stream()
                .filter(Objects::nonNull)
                .collect(Collectors.joining(", "));
    }

    @Override
    public String toString() {
        return REDACTED;
    }

    private static @Nullable String clip(@Nullable String part) {
        if (part == null) {
            return null;
        }
        String clean = TextRules.clip(part, MAX_LENGTH);
        return clean.isEmpty() ? null : clean;
    }
}
