package org.lethe.runtime.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import org.junit.jupiter.api.Test;

class ReverseNameTest {

    @Test
    void reversesOctets() {
        assertThat(ReverseName.of(InetAddress.ofLiteral("192.0.2.200")))
                .isEqualTo("200.2.0.192.in-addr.arpa");
    }

    @Test
    void reversesNibblesInTheDomainOfIpv6() {
        assertThat(ReverseName.of(InetAddress.ofLiteral("2001:db8::a1")))
                .isEqualTo(
                        "1.a.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.8.b.d.0.1.0.0.2.ip6.arpa");
    }
}
