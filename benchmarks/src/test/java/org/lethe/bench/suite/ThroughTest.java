package org.lethe.bench.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;

class ThroughTest {

    @Test
    void goesWhereItWasTold() {
        URI port = URI.create("http://127.0.0.1:8081");
        URI gateway = URI.create("http://localhost:8080");

        assertThat(Through.PORTS.to(port, gateway)).isEqualTo(port);
        assertThat(Through.GATEWAY.to(port, gateway)).isEqualTo(gateway);
    }
}
