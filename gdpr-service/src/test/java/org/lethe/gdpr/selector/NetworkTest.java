package org.lethe.gdpr.selector;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lethe.contracts.personal.ClientAddress;
import org.lethe.contracts.subject.Identifier;

class NetworkTest {

    @ParameterizedTest
    @CsvSource({
        "192.0.2.0/24, 1, NETWORK, 192.0.2.0",
        "192.0.0.0/16, 256, NETWORK, 192.0.255.0",
        "192.0.2.8/30, 4, ADDRESS, 192.0.2.11",
        "192.0.2.128/25, 128, ADDRESS, 192.0.2.255",
        "192.0.2.7/32, 1, ADDRESS, 192.0.2.7",
        "0.0.0.0/16, 256, NETWORK, 0.0.1.0",
        "255.255.0.0/16, 256, NETWORK, 255.255.255.0",
        "2001:db8:1:2::/64, 1, NETWORK, 2001:db8:1:2::",
        "2001:db8:1:ff00::/56, 256, NETWORK, 2001:db8:1:ffff::",
        "2001:db8::7/128, 1, ADDRESS, 2001:db8::7",
        "2001:db8::700/120, 256, ADDRESS, 2001:db8::7ff"
    })
    void consistsOfWhatIsKept(String cidr, int count, Identifier.Kind kind, String one) {
        Set<Identifier> identifiers = Network.parse(cidr).orElseThrow().identifiers();

        assertThat(identifiers).hasSize(count).extracting(Identifier::kind).containsOnly(kind);
        assertThat(identifiers).extracting(Identifier::normal).contains(one);
    }

    @Test
    void findsAnAddressOfItsOwn() {
        assertThat(Network.parse("192.0.2.0/28").orElseThrow().identifiers())
                .contains(new Identifier.Address(ClientAddress.of("192.0.2.15")))
                .doesNotContain(new Identifier.Address(ClientAddress.of("192.0.2.16")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0/0",
                "192.0.0.0/15",
                "2001:db8::/48",
                "2001:db8::/55",
                "2001:db8::/65",
                "2001:db8::/119"
            })
    void isTooWide(String cidr) {
        assertThat(Network.parse(cidr).orElseThrow().isTooWide()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "192.0.2.7",
                "192.0.2.7/24",
                "192.0.2.0/33",
                "192.0.2.0/-1",
                "192.0.2.0/24/24",
                "192.0.2/24",
                "2001:db8::1/64",
                "2001:db8::/129",
                "2001:db8::%eth0/64",
                "visitor.example/24"
            })
    void isNone(String text) {
        assertThat(Network.parse(text)).isEmpty();
    }
}
