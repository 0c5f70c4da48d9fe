package org.lethe.stack.dns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Vertx;
import io.vertx.core.dns.DnsException;
import io.vertx.core.dns.DnsResponseCode;
import java.net.InetAddress;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.lethe.stack.process.PartFailure;
import org.lethe.stack.process.Ports;

class HostNameServerIT {

    private static Vertx vertx;
    private static HostNameServer server;

    @BeforeAll
    static void start() {
        vertx = Vertx.vertx();
        server = HostNameServer.start(Ports.free());
    }

    @AfterAll
    static void stop() {
        server.close();
        vertx.close();
    }

    @Test
    void namesAddressesOfBothVersions() throws Exception {
        assertThat(lookup("7.113.0.203.in-addr.arpa"))
                .isEqualTo("host-203-0-113-7.visitors.example")
                .isEqualTo(MadeUpHostNames.of(InetAddress.getByName("203.0.113.7")));
        assertThat(lookup("1.0.0.0".concat(".0.0.0.0".repeat(5)) + ".8.b.d.0.1.0.0.2.ip6.arpa"))
                .isEqualTo("host-2001-db8-0-0-0-0-0-1.visitors.example")
                .isEqualTo(MadeUpHostNames.of(InetAddress.getByName("2001:db8::1")));
        assertThat(lookup("1.0.0.127.in-addr.arpa")).isEqualTo("localhost");
    }

    @Test
    void knowsNothingElse() throws Exception {
        assertThat(lookup("www.example")).isNull();
        assertThat(lookup("300.1.1.1.in-addr.arpa")).isNull();
    }

    @Test
    void refusesAPortThatIsTaken() {
        assertThatThrownBy(() -> HostNameServer.start(server.address().getPort()))
                .isInstanceOf(PartFailure.class)
                .hasMessageContaining("is taken");
    }

    private static @Nullable String lookup(String name) throws Exception {
        try {
            return vertx.createDnsClient(server.address().getPort(), "127.0.0.1")
                    .resolvePTR(name)
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(30, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof DnsException refused
                    && refused.code() == DnsResponseCode.NXDOMAIN) {
                return null;
            }
            throw e;
        }
    }
}
