package org.lethe.presence.enrichment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lethe.contracts.personal.Location;
import org.lethe.contracts.personal.VisitorTrait;

/** The real data, where the local stack has prepared it. */
class PreparedGeoDataTest {

    private static GeoData data = GeoData.NONE;

    @BeforeAll
    static void read() {
        Path directory = Path.of(System.getProperty("lethe.root", ".."), ".lethe", "geo");
        assumeTrue(Files.isReadable(directory.resolve("city.mmdb")));
        data = GeoData.read(directory);
    }

    @AfterAll
    static void close() throws IOException {
        data.close();
    }

    @ParameterizedTest
    @CsvSource({
        "81.2.69.142, GB, England, Andrews & Arnold Ltd",
        "2a02:2e0:3fe:1001:302::, DE, Hesse, Plus.line AG",
        "133.11.93.10, JP, Tokyo, The University of Tokyo",
        "2607:f2c0::1, CA, Ontario, 'TekSavvy Solutions, Inc.'"
    })
    void findsPlaceZipCodeAndNetwork(
            String address, String country, String region, String network) {
        InetAddress inet = InetAddress.ofLiteral(address);
        Location place = data.locate(inet);

        assertThat(place.countryCode()).isEqualTo(VisitorTrait.of(country));
        assertThat(place.region()).isEqualTo(VisitorTrait.of(region));
        assertThat(place.zip()).isNotNull();
        assertThat(place.network()).isEqualTo(VisitorTrait.of(network));
    }
}
