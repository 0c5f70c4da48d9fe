package org.lethe.stack.suite;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;
import org.lethe.stack.layout.StackPort;
import org.lethe.stack.process.PartFailure;

class LetheStackTest {

    @Test
    void namesATakenPortBeforeAnythingIsStarted() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            StackSettings free = StackSettings.beside();
            StackSettings config =
                    free.withPorts(free.ports().with(StackPort.PRESENCE, taken.getLocalPort()));

            assertThatThrownBy(() -> LetheStack.start(config))
                    .isInstanceOf(PartFailure.class)
                    .hasMessageStartingWith("presence: port " + taken.getLocalPort() + " is taken");
        }
    }
}
