package org.lethe.presence.enrichment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lethe.contracts.personal.Location;
import org.lethe.contracts.personal.VisitorTrait;

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
            assertThat(data.locate(LONDON).in(null))
                    .isEqualTo(
                            Location.of("London", "England", "United Kingdom", "GB", "N2", null));
            assertThat(data.locate(HESSE).in(null))
                    .isEqualTo(
                            Location.of("Neu-Isenburg", "Hesse", "Germany", "DE", "63263", null));
            assertThat(data.locate(TOKYO).in(null))
                    .isEqualTo(Location.of("Tokyo", "Tokyo", "Japan", "JP", "151-0071", null));
            assertThat(data.locate(NOWHERE)).isEqualTo(Location.unknown());
        }
    }

    @Test
    void namesNetworksOfBothFamilies() throws IOException {
        try (GeoData data = GeoData.read(directory)) {
            assertThat(network(data, LONDON)).isEqualTo("Example, Inc.");
            assertThat(network(data, InetAddress.ofLiteral("192.0.2.128"))).isEqualTo("Elsewhere");
            assertThat(network(data, TOKYO)).isEqualTo("The \"Net\"");
            assertThat(network(data, HESSE)).isEqualTo("Example v6");
            assertThat(network(data, NOWHERE)).isNull();
            assertThat(network(data, InetAddress.ofLiteral("2001:db8:2::1"))).isNull();
        }
    }

    @Test
    void passesOverRowsThatNameNoNetwork() throws IOException {
        Files.write(
                directory.resolve("asn-ipv4.csv"),
                List.of(
                        "",
                        "192.0.2.0",
                        "192.0.2.0,192.0.2.127",
                        "192.0.2.0,192.0.2.127,64500",
                        "192.0.2.0,192.0.2.127,64500, ",
                        "198.51.100.0,198.51.100.255,64502,Example"));

        try (GeoData data = GeoData.read(directory)) {
            assertThat(network(data, LONDON)).isNull();
            assertThat(network(data, TOKYO)).isEqualTo("Example");
        }
    }

    @Test
    void readsAnAddressThatIsNotFourPlainNumbers() throws IOException {
        Files.write(
                directory.resolve("asn-ipv6.csv"),
                List.of("2001:db8:1::,2001:0db8:0001:FFFF:ffff:ffff:ffff:ffff,64503,Example v6"));

        try (GeoData data = GeoData.read(directory)) {
            assertThat(network(data, HESSE)).isEqualTo("Example v6");
        }
    }

    @Test
    void knowsNothingWithoutData() {
        GeoData none = GeoData.read(directory.resolve("missing"));

        assertThat(none.locate(LONDON)).isEqualTo(Location.unknown());
    }

    private static @Nullable String network(GeoData data, InetAddress address) {
        VisitorTrait network = data.locate(address).network();
        return network == null ? null : network.reveal();
    }

    private static java.util.Map<String, Object> city(
            String city, String region, String country, String code, String zip) {
        return TinyCityDatabase.city(city, region, country, code, zip);
    }
}
