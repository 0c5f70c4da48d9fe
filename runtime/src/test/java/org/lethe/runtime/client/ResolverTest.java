package org.lethe.runtime.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResolverTest {

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1:2553, 127.0.0.1, 2553",
        "dns.internal, dns.internal, 53",
        "[::1]:5353, ::1, 5353",
        "[::1], ::1, 53",
        "::1, ::1, 53"
    })
    void readsHostAndPort(String text, String host, int port) {
        assertThat(Resolver.parse(text)).isEqualTo(new Resolver(host, port));
    }

    @Test
    void refusesWhatIsNoPort() {
        assertThatThrownBy(() -> Resolver.parse("host:99999"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Resolver.parse("host:dns"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
