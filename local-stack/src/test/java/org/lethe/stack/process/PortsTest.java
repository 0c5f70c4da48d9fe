package org.lethe.stack.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class PortsTest {

    @Test
    void namesThePartAndThePortThatIsTaken() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            assertThatThrownBy(() -> Ports.requireFree("redis", taken.getLocalPort()))
                    .isInstanceOf(PartFailure.class)
                    .hasMessageContaining("redis: port " + taken.getLocalPort() + " is taken");
        }
    }

    @Test
    void seesWhoListensOnAllAddresses() throws IOException {
        try (var taken = new ServerSocket(0)) {
            assertThat(Ports.taken(taken.getLocalPort())).isTrue();
        }
    }

    @Test
    void givesAPortThatIsFree() {
        assertThat(Ports.taken(Ports.free())).isFalse();
    }

    @Test
    void tellsThisProcessFromOthersByItsListeningSockets() throws IOException {
        long self = ProcessHandle.current().pid();
        long other = ProcessHandle.current().parent().orElseThrow().pid();
        try (var listening = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            assertThat(ListeningSockets.listens(self, listening.getLocalPort())).isTrue();
            assertThat(ListeningSockets.listens(other, listening.getLocalPort())).isFalse();
        }
    }
}
