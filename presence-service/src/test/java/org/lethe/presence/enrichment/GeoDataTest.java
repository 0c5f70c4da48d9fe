package org.lethe.presence.enrichment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GeoDataTest {

    private static final InetAddress LONDON = InetAddress.ofLiteral("192.0.2.17");
    private static final InetAddress HESSE = InetAddress.ofLiteral("2001:db8:1::17");
    private static final InetAddress TOKYO = InetAddress.ofLiteral("198.51.100.200");
    private static final InetAddress NOWHERE = InetAddress.ofLiteral("203.0.113.1");

    @TempDir Path directory;

    @BeforeEach
    void writeData() throws IOException {
        new TinyCityDatabase()
                .with("192.0.2.0/24", city("London", "England", "United Kingdom", "GB", "N2"))
                .with("2001:db8:1::/48", city("Neu-Isenburg", "Hesse", "Germany", "DE", "63263"))
                .with("198.51.100.128/25", city("Tokyo", "Tokyo", "Japan", "JP", "151-0071"))
                .write(directory.resolve("city.mmdb"));
        Files.write(
                directory.resolve("asn-ipv4.csv"),
                List.of(
                        "192.0.2.0,192.0.2.127,64500,\"Example, Inc.\"",
                        "192.0.2.128,192.0.2.255,64501,Elsewhere",
                        "198.51.100.0,198.51.100.255,64502,\"The \"\"Net\"\"\""));
        Files.write(
                directory.resolve("asn-ipv6.csv"),
                List.of("2001:db8:1::,2001:db8:1:ffff:ffff:ffff:ffff:ffff,64503,Example v6"));
    }

    @Test
    void tellsPlacesOfThreeAddressesInThreeCountriesApart() throws IOException {
        try (GeoData data = GeoData.read(directory)) {
            assertThat(data.place(LONDON))
                    .isEqualTo(new Place("London", "England", "United Kingdom", "GB", "N2"));
            assertThat(data.place(HESSE))
                    .isEqualTo(new Place("Neu-Isenburg", "Hesse", "Germany", "DE", "63263"));
            assertThat(data.place(TOKYO))
                    .isEqualTo(new Place("Tokyo", "Tokyo", "Japan", "JP", "151-0071"));
            assertThat(data.place(NOWHERE)).isEqualTo(Place.UNKNOWN);
        }
    }

    @Test
    void namesNetworksOfBothFamilies() throws IOException {
        try (GeoData data = GeoData.read(directory)) {
            assertThat(data.network(LONDON)).contains("Example, Inc.");
            assertThat(data.network(InetAddress.ofLiteral("192.0.2.128"))).contains("Elsewhere");
            assertThat(data.network(TOKYO)).contains("The \"Net\"");
            assertThat(data.network(HESSE)).contains("Example v6");
            assertThat(data.network(NOWHERE)).isEmpty();
            assertThat(data.network(InetAddress.ofLiteral("2001:db8:2::1"))).isEmpty();
        }
    }

    @Test
    void knowsNothingWithoutData() {
        GeoData none = GeoData.read(directory.resolve("missing"));

        assertThat(none.place(LONDON)).isEqualTo(Place.UNKNOWN);
        assertThat(none.network(LONDON)).isEqualTo(Optional.empty());
    }

    @Test
    void neverShowsAPlace() {
        assertThat(new Place("Paris", null, "France", "FR", null)).hasToString("[redacted]");
    }

    private static java.util.Map<String, Object> city(
            String city, String region, String country, String code, String zip) {
        return TinyCityDatabase.city(city, region, country, code, zip);
    }
}
