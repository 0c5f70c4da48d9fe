package org.lethe.runtime.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netty.channel.nio.NioEventLoopGroup;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lethe.contracts.personal.HostName;
import org.lethe.stack.dns.HostNameServer;
import org.lethe.stack.dns.MadeUpHostNames;

class DnsHostNamesTest {

    private static final Duration PATIENT = Duration.ofSeconds(30);

    private final NioEventLoopGroup loops = new NioEventLoopGroup(1);

    @AfterEach
    void stop() {
        var _ = loops.shutdownGracefully(0, 1, TimeUnit.SECONDS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"81.2.69.142", "2a02:2e0:3fe:1001:302::"})
    void findsTheNameOfAnAddress(String address) {
        var client = InetAddress.ofLiteral(address);
        try (var server = HostNameServer.start(0);
                var names = names(server.address(), PATIENT)) {
            assertThat(names.find(client).toCompletableFuture().join())
                    .contains(HostName.of(MadeUpHostNames.of(client)));
        }
    }

    @Test
    void goesOnWithoutANameWhenNobodyAnswers() throws SocketException {
        try (var silent = new DatagramSocket(0, InetAddress.getLoopbackAddress());
                var names =
                        names(
                                (InetSocketAddress) silent.getLocalSocketAddress(),
                                Duration.ofMillis(50))) {
            assertThat(find(names)).isEmpty();
        }
    }

    @Test
    void goesOnWithoutANameWhenNobodyListens() throws SocketException {
        InetSocketAddress nobody;
        try (var closed = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            nobody = (InetSocketAddress) closed.getLocalSocketAddress();
        }
        try (var names = names(nobody, Duration.ofMillis(200))) {
            assertThat(find(names)).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1:2553, 127.0.0.1, 2553",
        "localhost, localhost, 53",
        "[::1]:5353, ::1, 5353",
        "[::1], ::1, 53",
        "::1, ::1, 53"
    })
    void readsHostAndPort(String text, String host, int port) {
        assertThat(DnsHostNames.address(text)).isEqualTo(new InetSocketAddress(host, port));
    }

    @Test
    void refusesWhatIsNoPort() {
        assertThatThrownBy(() -> DnsHostNames.address("host:99999"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> DnsHostNames.address("host:dns"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Optional<HostName> find(HostNames names) {
        return names.find(InetAddress.ofLiteral("81.2.69.142")).toCompletableFuture().join();
    }

    private HostNames names(InetSocketAddress server, Duration timeout) {
        return new DnsHostNames(loops.next(), server, timeout);
    }
}
