package org.lethe.runtime.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetSocketAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HostNameAdaptersTest {

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1:2553, 127.0.0.1, 2553",
        "localhost, localhost, 53",
        "[::1]:5353, ::1, 5353",
        "[::1], ::1, 53",
        "::1, ::1, 53"
    })
    void readsHostAndPort(String text, String host, int port) {
        assertThat(HostNameAdapters.address(text)).isEqualTo(new InetSocketAddress(host, port));
    }

    @Test
    void refusesWhatIsNoPort() {
        assertThatThrownBy(() -> HostNameAdapters.address("host:99999"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> HostNameAdapters.address("host:dns"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
