package org.lethe.runtime.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lethe.contracts.personal.ClientAddress;

class ClientAddressesTest {

    private final Forwarders forwarders = new Forwarders();
    private final ClientAddresses addresses =
            new ClientAddresses(
                    List.of(Subnet.parse("10.0.0.0/9"), Subnet.parse("2001:db8:aa::/47")),
                    List.of("X-Forwarded-For", "Forwarded"),
                    forwarders);

    @Test
    void takesTheConnectionWithoutAProxy() {
        assertThat(find("192.0.2.1")).isEqualTo(ClientAddress.of("192.0.2.1"));
    }

    @Test
    void believesOurProxies() {
        assertThat(find("10.1.2.3", "192.0.2.1")).isEqualTo(ClientAddress.of("192.0.2.1"));
        assertThat(find("2001:db8:ab::1", "2001:db8::7"))
                .isEqualTo(ClientAddress.of("2001:db8::7"));
    }

    @Test
    void believesNobodyElse() {
        assertThat(find("192.0.2.1", "198.51.100.1")).isEqualTo(ClientAddress.of("192.0.2.1"));
        assertThat(find("10.128.0.1", "198.51.100.1")).isEqualTo(ClientAddress.of("10.128.0.1"));
    }

    @Test
    void noticesThatNobodyWhoForwardsIsTrusted() {
        for (int i = 0; i < 1_000; i++) {
            find("192.0.2.1");
        }
        assertThat(forwarders.isSuspicious()).as("nothing was forwarded").isFalse();

        find("10.1.2.3", "192.0.2.1");
        for (int i = 0; i < 199; i++) {
            find("172.16.0.1", "192.0.2.1");
        }
        assertThat(forwarders.isSuspicious()).as("somebody pretends").isFalse();
        find("172.16.0.1", "192.0.2.1");
        assertThat(forwarders.isSuspicious()).as("it is the gateway").isTrue();
    }

    @Test
    void doesNotBelieveWhatAVisitorPutsInFront() {
        assertThat(find("10.1.2.3", "1.1.1.1, 192.0.2.1")).isEqualTo(ClientAddress.of("192.0.2.1"));
    }

    @Test
    void walksBackOverSeveralProxiesAndHeaders() {
        assertThat(find("10.1.2.3", "1.1.1.1", "192.0.2.1, 10.9.9.9"))
                .isEqualTo(ClientAddress.of("192.0.2.1"));
    }

    @ParameterizedTest
    @CsvSource({
        "81.2.69.160:51008, 81.2.69.160",
        "[2a02:ec80::1]:4711, 2a02:ec80::1",
        "[2a02:ec80::1], 2a02:ec80::1",
        "2a02:ec80::1, 2a02:ec80::1",
        "'\"81.2.69.160:80\"', 81.2.69.160",
        "::ffff:81.2.69.160, 81.2.69.160"
    })
    void readsAddressesAsGatewaysWriteThem(String written, String address) {
        assertThat(find("10.1.2.3", written)).isEqualTo(ClientAddress.of(address));
    }

    @ParameterizedTest
    @CsvSource({
        "'for=\"[2a02:ec80::1]:4711\";proto=https', 2a02:ec80::1",
        "'proto=https;For=81.2.69.160', 81.2.69.160",
        "'for=1.1.1.1, for=81.2.69.160:80;by=\"a,b\", for=10.9.9.9', 81.2.69.160"
    })
    void readsForwarded(String forwarded, String address) {
        assertThat(addresses.find("10.1.2.3", only("Forwarded", forwarded)))
                .contains(ClientAddress.of(address));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "for=1.1.1.1;by=\", for=81.2.69.160",
                "for=1.1.1.1;by=\", for=\"[2a02:ec80::1]\"",
                "for=\"1.1.1.1, for=81.2.69.160"
            })
    void isNotFooledByAQuoteThatSwallowsWhatAProxySays(String forwarded) {
        assertThat(addresses.find("10.1.2.3", only("Forwarded", forwarded))).isEmpty();
        assertThat(find("10.1.2.3", "1.1.1.1\", 81.2.69.160"))
                .isEqualTo(ClientAddress.of("81.2.69.160"));
    }

    @Test
    void believesTheFirstHeaderThatARequestHas() {
        assertThat(
                        addresses.find(
                                "10.1.2.3",
                                name ->
                                        name.equals("Forwarded")
                                                ? List.of("for=1.1.1.1")
                                                : List.of("81.2.69.160")))
                .contains(ClientAddress.of("81.2.69.160"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"unknown", "_hidden", "081.002.069.160", "", "81.2.69.160,", "[::1", "1:2"})
    void neverTakesAProxyForTheVisitor(String claim) {
        assertThat(addresses.find("10.1.2.3", only("X-Forwarded-For", claim))).isEmpty();
        assertThat(addresses.find("10.1.2.3", only("Forwarded", "for=" + claim))).isEmpty();
        assertThat(addresses.find("10.1.2.3", only("Forwarded", "proto=https"))).isEmpty();
    }

    @Test
    void refusesNetworksThatAreNone() {
        assertThatThrownBy(() -> Subnet.parse("10.0.0.0/33"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Function<String, List<String>> only(String header, String line) {
        return name -> name.equals(header) ? List.of(line) : List.of();
    }

    private ClientAddress find(String peer, String... forwardedFor) {
        List<String> lines = List.of(forwardedFor);
        return addresses
                .find(peer, name -> name.equals("X-Forwarded-For") ? lines : List.of())
                .orElseThrow();
    }
}
