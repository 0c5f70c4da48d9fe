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
        @Nullable VisitorTrait city,
        @Nullable VisitorTrait region,
        @Nullable VisitorTrait country,
        @Nullable VisitorTrait countryCode,
        @Nullable VisitorTrait zip,
        @Nullable VisitorTrait network)
        implements PersonalData {

    public static Location of(
            @Nullable String city,
            @Nullable String region,
            @Nullable String country,
            @Nullable String countryCode,
            @Nullable String zip,
            @Nullable String network) {
        return new Location(
                VisitorTrait.of(city),
                VisitorTrait.of(region),
                VisitorTrait.of(country),
                VisitorTrait.of(countryCode),
                VisitorTrait.of(zip),
                VisitorTrait.of(network));
    }

    public static Location unknown() {
        return new Location(null, null, null, null, null, null);
    }

    /** The same place, in the network of this provider. */
    public Location in(@Nullable String network) {
        return new Location(city, region, country, countryCode, zip, VisitorTrait.of(network));
    }

    @Override
    public String reveal() {
        return Arrays.asList(zip, city, region, country, network).stream()
                .filter(Objects::nonNull)
                .map(VisitorTrait::reveal)
                .collect(Collectors.joining(", "));
    }

    @Override
    public String toString() {
        return REDACTED;
    }
}
