package org.lethe.runtime.outside;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutsideAddressesTest {

    private final OutsideAddresses outside = new OutsideAddresses(false);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "10.1.2.3",
                "100.64.0.1",
                "100.100.100.200",
                "127.0.0.1",
                "127.8.8.8",
                "168.63.129.16",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.1.1",
                "198.18.0.1",
                "224.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "::7f00:1",
                "fe80::1",
                "fc00::1",
                "fd00:ec2::254",
                "ff02::1",
                "64:ff9b::7f00:1",
                "64:ff9b:1::1",
                "2001::1",
                "2001:db8::1",
                "2002:7f00:1::1"
            })
    void keepsOutOfWhatIsInside(String address) {
        assertThat(outside.has(InetAddress.ofLiteral(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "9.255.255.255",
                "100.63.255.255",
                "172.15.0.1",
                "172.32.0.1",
                "192.167.0.1",
                "223.255.255.255",
                "2606:4700::1111",
                "2a00:1450:4001::1"
            })
    void callsThePublicInternet(String address) {
        assertThat(outside.has(InetAddress.ofLiteral(address))).isTrue();
    }

    /** As a resolver may tell of an IPv4 address. */
    @Test
    void isNotDeceivedByAMappedAddress() throws UnknownHostException {
        byte[] mapped = new byte[16];
        mapped[10] = mapped[11] = (byte) 0xff;
        mapped[12] = 10;
        mapped[15] = 1;

        assertThat(outside.has(InetAddress.getByAddress(mapped))).isFalse();
    }

    @Test
    void callsThisMachineAndNothingElseInsideWhereThatIsAllowed() {
        var here = new OutsideAddresses(true);

        assertThat(here.has(InetAddress.ofLiteral("127.0.0.1"))).isTrue();
        assertThat(here.has(InetAddress.ofLiteral("::1"))).isTrue();
        assertThat(here.has(InetAddress.ofLiteral("169.254.169.254"))).isFalse();
        assertThat(here.has(InetAddress.ofLiteral("10.0.0.1"))).isFalse();
    }
}
