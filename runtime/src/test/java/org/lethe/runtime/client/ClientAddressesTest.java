package org.lethe.runtime.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.lethe.contracts.personal.ClientAddress;

class ClientAddressesTest {

    private final ClientAddresses addresses =
            new ClientAddresses(
                    List.of(Subnet.parse("10.0.0.0/9"), Subnet.parse("2001:db8:aa::/47")));

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
    void doesNotBelieveWhatAVisitorPutsInFront() {
        assertThat(find("10.1.2.3", "1.1.1.1, 192.0.2.1")).isEqualTo(ClientAddress.of("192.0.2.1"));
    }

    @Test
    void walksBackOverSeveralProxiesAndHeaders() {
        assertThat(find("10.1.2.3", "1.1.1.1", "192.0.2.1, 10.9.9.9"))
                .isEqualTo(ClientAddress.of("192.0.2.1"));
    }

    @Test
    void stopsAtWhatIsNoAddress() {
        assertThat(find("10.1.2.3", "unknown")).isEqualTo(ClientAddress.of("10.1.2.3"));
    }

    @Test
    void refusesNetworksThatAreNone() {
        assertThatThrownBy(() -> Subnet.parse("10.0.0.0/33"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private ClientAddress find(String peer, String... forwardedFor) {
        return addresses.find(peer, List.of(forwardedFor));
    }
}
